package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Files to be put back: first what would be lost is told, then just that is done. */
public final class Restoration {

    /** Which version comes back. */
    public sealed interface Source {

        /** What is staged; the index stays as it is. */
        record Index() implements Source {}

        /** What a commit has; the index stays as it is. */
        record Tree(ObjectId id) implements Source {}

        /**
         * What a commit has, for the index too.
         *
         * @param id null before the first commit
         * @param untracked whether files that Git does not know go as well
         */
        record Whole(@Nullable ObjectId id, boolean untracked) implements Source {}
    }

    /**
     * What would be done.
     *
     * @param lost files with something that is nowhere else
     * @param files how many would change at all
     */
    public record Doomed(List<String> lost, int files, String fingerprint) {}

    private final OpenRepository repository;
    private final Source source;
    private final List<String> paths;
    private final Call call;

    public Restoration(OpenRepository repository, Source source, List<String> paths, Call call) {
        repository.requireWorkTree();
        this.repository = repository;
        this.source = source;
        this.paths = paths;
        this.call = call;
    }

    public Doomed plan() throws IOException {
        return doomed(restoring(repository.index()));
    }

    /** Does it, unless something else than planned would be lost by now. */
    public void apply(Doomed planned) throws IOException {
        IndexEdit.locked(repository, index -> {
            Restoring restoring = restoring(index);
            if (!restoring.fingerprint().equals(planned.fingerprint())) {
                throw new ToolException(Reason.CONFLICT, "Files have changed meanwhile; nothing was done. Call again.");
            }
            restoring.apply(index);
            return planned;
        });
    }

    private static Doomed doomed(Restoring restoring) {
        List<String> lost = restoring.lost().stream().map(FileState::path).toList();
        return new Doomed(lost, restoring.size(), restoring.fingerprint());
    }

    private Restoring restoring(DirCache index) throws IOException {
        boolean whole = source instanceof Source.Whole;
        List<FileState> files = files(new FileStates(repository, index, call), Pathspec.of(paths, repository));
        if (!whole) {
            refuseConflicts(files);
        }
        Restoring restoring = new Restoring(repository, files, whole);
        restoring.check();
        return restoring;
    }

    private List<FileState> files(FileStates states, Pathspec wanted) throws IOException {
        if (source instanceof Source.Whole whole) {
            return states.withUntracked(whole.untracked()).towards(whole.id(), wanted);
        }
        return source instanceof Source.Tree tree ? states.towards(tree.id(), wanted) : states.towardsIndex(wanted);
    }

    private static void refuseConflicts(List<FileState> files) {
        List<String> conflicts = files.stream()
                .filter(file -> file.name().conflicted())
                .map(FileState::path)
                .toList();
        if (!conflicts.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "There are conflicts in " + Names.some(conflicts)
                            + ": edit these files and call git_add, or abort what is under way.");
        }
    }
}
