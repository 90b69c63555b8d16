package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.IndexNames;
import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What differs between the last commit, the index and the files.
 *
 * @param state of a merge, rebase and the like
 * @param untracked a directory without any tracked file is one entry that ends in a slash
 * @param unreadable files whose names are not UTF-8, which Java cannot look up on a disk
 * @param ignored files and whole directories that .gitignore and the like leave out
 */
public record WorkingState(
        Head head,
        RepositoryState state,
        List<ChangedPath> staged,
        List<ChangedPath> unstaged,
        List<Conflict> conflicts,
        List<String> unreadable,
        List<String> untracked,
        List<String> ignored) {

    public static WorkingState of(OpenRepository repository, Call call) throws IOException {
        return of(repository, UntilCancelled.of(call, TreeFilter.ALL));
    }

    public static WorkingState of(OpenRepository repository, TreeFilter paths) throws IOException {
        Head head = Head.of(repository.jgit());
        IndexDiff diff = new IndexDiff(repository.jgit(), head.commit(), repository.workTree());
        // JGit would open submodules wherever their .git leads.
        diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
        diff.setFilter(paths);
        diff.diff();
        List<Conflict> conflicts = diff.getConflictingStageStates().entrySet().stream()
                .map(file -> new Conflict(Visible.line(file.getKey()), Conflict.Sides.of(file.getValue())))
                .sorted(Comparator.comparing(Conflict::path))
                .toList();
        DirCache index = repository.index();
        List<String> unreadable = diff.getMissing().stream()
                .filter(path -> IndexNames.unreadable(index, path))
                .map(Visible::line)
                .sorted()
                .toList();
        OtherFiles others = OtherFiles.of(diff, repository.jgit().getWorkTree().toPath(), unreadable.isEmpty());
        return new WorkingState(
                head,
                repository.jgit().getRepositoryState(),
                staged(repository, paths),
                unstaged(repository, diff, paths),
                conflicts,
                unreadable,
                others.untracked(),
                others.ignored());
    }

    /** The same without the files that git does not know. */
    public WorkingState tracked() {
        return new WorkingState(head, state, staged, unstaged, conflicts, unreadable, List.of(), ignored);
    }

    /** The same without the files that git shall not know. */
    public WorkingState unignored() {
        return new WorkingState(head, state, staged, unstaged, conflicts, unreadable, untracked, List.of());
    }

    public boolean clean() {
        return staged.isEmpty() && unstaged.isEmpty() && conflicts.isEmpty() && untracked.isEmpty();
    }

    private static List<ChangedPath> staged(OpenRepository repository, TreeFilter paths) throws IOException {
        try (Changes changes = Changes.staged(repository, paths, repository.headTree())) {
            Map<String, ChangedPath> byPath = new LinkedHashMap<>();
            for (DiffEntry entry : changes.entries()) {
                ChangedPath changed = changed(entry);
                // A file that became a link comes as a deletion and an addition.
                byPath.merge(
                        changed.path(), changed, (one, other) -> new ChangedPath(one.path(), ChangeKind.TYPE_CHANGED));
            }
            return List.copyOf(byPath.values());
        }
    }

    private static ChangedPath changed(DiffEntry entry) {
        ChangeKind kind = ChangeKind.of(entry);
        String old = Visible.line(entry.getOldPath());
        String path = kind == ChangeKind.DELETED ? old : Visible.line(entry.getNewPath());
        return new ChangedPath(path, kind, kind == ChangeKind.RENAMED || kind == ChangeKind.COPIED ? old : null, false);
    }

    private static List<ChangedPath> unstaged(OpenRepository repository, IndexDiff diff, TreeFilter paths)
            throws IOException {
        Path top = repository.jgit().getWorkTree().toPath();
        DirCache index = repository.index();
        List<ChangedPath> changed = new ArrayList<>();
        for (String path : diff.getModified()) {
            boolean link = index.getEntry(path) != null && index.getEntry(path).getFileMode() == FileMode.SYMLINK;
            boolean same = link == Files.isSymbolicLink(top.resolve(path));
            changed.add(new ChangedPath(Visible.line(path), same ? ChangeKind.MODIFIED : ChangeKind.TYPE_CHANGED));
        }
        diff.getMissing().stream()
                .filter(path -> !IndexNames.unreadable(index, path))
                .forEach(path -> changed.add(new ChangedPath(Visible.line(path), ChangeKind.DELETED)));
        changed.removeIf(path -> diff.getConflicting().contains(path.path()));
        changed.addAll(Submodules.moved(repository, index, paths));
        changed.sort(Comparator.comparing(ChangedPath::path));
        return changed;
    }
}
