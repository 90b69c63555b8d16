package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.jspecify.annotations.Nullable;

/** The files in which git keeps what is under way: MERGE_HEAD, CHERRY_PICK_HEAD, AUTO_MERGE and the like. */
final class StateFiles {

    private static final String AUTO_MERGE = "AUTO_MERGE";

    private StateFiles() {}

    /** Refuses to begin something before something else is at its end. */
    static void requireNothing(OpenRepository repository) {
        repository.requireWorkTree();
        RepositoryState state = repository.jgit().getRepositoryState();
        String how = switch (state) {
            case SAFE -> "";
            case MERGING, MERGING_RESOLVED ->
                "a merge; conclude it with git_commit or give it up with git_merge" + " and abort";
            case CHERRY_PICKING, CHERRY_PICKING_RESOLVED ->
                "a cherry-pick; conclude it with git_commit or give" + " it up with git_cherry_pick and abort";
            case REVERTING, REVERTING_RESOLVED ->
                "a revert; conclude it with git_commit or give it up with" + " git_revert and abort";
            case REBASING_MERGE, REBASING_INTERACTIVE ->
                "a rebase; go on with git_rebase and mode continue, skip" + " or abort";
            default -> "something that only the git program can finish";
        };
        if (!how.isEmpty()) {
            throw new ToolException(CONFLICT, "Under way is " + how + ". Nothing was done.");
        }
    }

    static void requireState(OpenRepository repository, String what, RepositoryState... allowed) {
        repository.requireWorkTree();
        if (!List.of(allowed).contains(repository.jgit().getRepositoryState())) {
            throw new ToolException(CONFLICT, "No " + what + " is under way. git_status tells what is.");
        }
    }

    /** What git commit begins its message with. */
    static String withConflicts(String message, Merged merged) {
        return (message.endsWith("\n") ? message : message + "\n")
                + merged.conflicts().keySet().stream()
                        .map(path -> "#\t" + PathKey.text(path) + "\n")
                        .collect(Collectors.joining("", "\n# Conflicts:\n", ""));
    }

    static void write(OpenRepository repository, String name, String text) throws IOException {
        Files.writeString(file(repository, name), text);
    }

    /** What the merge put on disk, by which it is known later whether somebody worked on it since. */
    static void remember(OpenRepository repository, Merged merged) throws IOException {
        write(repository, AUTO_MERGE, merged.tree().name() + "\n");
    }

    static @Nullable ObjectId remembered(OpenRepository repository) throws IOException {
        Path file = file(repository, AUTO_MERGE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        String id = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return ObjectId.isId(id) ? ObjectId.fromString(id) : null;
    }

    /** Leaves no trace of a merge, cherry-pick or revert. */
    static void clear(OpenRepository repository) throws IOException {
        Repository jgit = repository.jgit();
        jgit.writeMergeHeads(null);
        jgit.writeCherryPickHead(null);
        jgit.writeRevertHead(null);
        jgit.writeMergeCommitMsg(null);
        for (String name : List.of("MERGE_MODE", "REBASE_HEAD", AUTO_MERGE)) {
            Files.deleteIfExists(file(repository, name));
        }
    }

    private static Path file(OpenRepository repository, String name) {
        return repository.jgit().getDirectory().toPath().resolve(name);
    }
}
