package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * A merge, rebase or the like that was begun and not ended.
 *
 * @param state safe, when there is none; or merging, rebasing_merge and so on
 * @param what in words, such as merging 1234567; empty when there is none
 */
public record UnderWay(String state, String what) {

    private static final int MOST_BYTES = 1_000;

    public static UnderWay of(Repository repository) throws IOException {
        String state = repository.getRepositoryState().name().toLowerCase(Locale.ROOT);
        return new UnderWay(
                state,
                switch (repository.getRepositoryState()) {
                    case SAFE, BARE -> "";
                    case MERGING, MERGING_RESOLVED -> "merging" + ids(repository.readMergeHeads());
                    case CHERRY_PICKING, CHERRY_PICKING_RESOLVED ->
                        "cherry-picking" + id(repository.readCherryPickHead());
                    case REVERTING, REVERTING_RESOLVED -> "reverting" + id(repository.readRevertHead());
                    case REBASING, REBASING_REBASING, REBASING_MERGE, REBASING_INTERACTIVE -> rebasing(repository);
                    case APPLY -> "applying patches";
                    case BISECTING -> "bisecting";
                });
    }

    public boolean isRebase() {
        return state.startsWith("rebasing");
    }

    private static String ids(@Nullable List<ObjectId> commits) {
        StringBuilder text = new StringBuilder();
        if (commits != null) {
            commits.forEach(commit -> text.append(id(commit)));
        }
        return text.toString();
    }

    private static String id(@Nullable ObjectId commit) {
        return commit == null ? "" : " " + commit.abbreviate(7).name();
    }

    /** Which branch, and how far, as git writes it down in either of two directories. */
    private static String rebasing(Repository repository) throws IOException {
        Path merge = repository.getDirectory().toPath().resolve("rebase-merge");
        Path apply = repository.getDirectory().toPath().resolve("rebase-apply");
        Path directory = Files.isDirectory(merge) ? merge : apply;
        String branch = line(directory.resolve("head-name"));
        String at = line(directory.resolve(directory.equals(merge) ? "msgnum" : "next"));
        String end = line(directory.resolve(directory.equals(merge) ? "end" : "last"));
        return "rebasing" + (branch.isEmpty() ? "" : " " + Repository.shortenRefName(branch))
                + (at.isEmpty() || end.isEmpty() ? "" : ", " + at + " of " + end);
    }

    private static String line(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            return Visible.line(Clip.line(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8), 200));
        }
    }
}
