package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
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
 */
public record WorkingState(
        Head head,
        RepositoryState state,
        List<ChangedPath> staged,
        List<ChangedPath> unstaged,
        List<Conflict> conflicts,
        List<String> untracked) {

    public static WorkingState of(OpenRepository repository, Call call) throws IOException {
        Head head = Head.of(repository.jgit());
        IndexDiff diff = new IndexDiff(repository.jgit(), head.commit(), repository.workTree());
        // JGit would open submodules wherever their .git leads.
        diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
        diff.setFilter(UntilCancelled.of(call, TreeFilter.ALL));
        diff.diff();
        List<Conflict> conflicts = diff.getConflictingStageStates().entrySet().stream()
                .map(file -> new Conflict(Visible.line(file.getKey()), Conflict.Sides.of(file.getValue())))
                .sorted(Comparator.comparing(Conflict::path))
                .toList();
        return new WorkingState(
                head,
                repository.jgit().getRepositoryState(),
                staged(repository),
                unstaged(repository, diff),
                conflicts,
                untracked(diff));
    }

    /** The same without the files that git does not know. */
    public WorkingState tracked() {
        return new WorkingState(head, state, staged, unstaged, conflicts, List.of());
    }

    public boolean clean() {
        return staged.isEmpty() && unstaged.isEmpty() && conflicts.isEmpty() && untracked.isEmpty();
    }

    private static List<ChangedPath> staged(OpenRepository repository) throws IOException {
        try (Changes changes = Changes.staged(repository, TreeFilter.ALL, repository.headTree())) {
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

    private static List<ChangedPath> unstaged(OpenRepository repository, IndexDiff diff) throws IOException {
        Path top = repository.jgit().getWorkTree().toPath();
        DirCache index = repository.index();
        List<ChangedPath> changed = new ArrayList<>();
        for (String path : diff.getModified()) {
            boolean link = index.getEntry(path) != null && index.getEntry(path).getFileMode() == FileMode.SYMLINK;
            boolean same = link == Files.isSymbolicLink(top.resolve(path));
            changed.add(new ChangedPath(Visible.line(path), same ? ChangeKind.MODIFIED : ChangeKind.TYPE_CHANGED));
        }
        diff.getMissing().forEach(path -> changed.add(new ChangedPath(Visible.line(path), ChangeKind.DELETED)));
        changed.removeIf(path -> diff.getConflicting().contains(path.path()));
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (movedSubmodule(repository, top, index.getEntry(i))) {
                String path = Visible.line(index.getEntry(i).getPathString());
                changed.add(new ChangedPath(path, ChangeKind.MODIFIED, null, true));
            }
        }
        changed.sort(Comparator.comparing(ChangedPath::path));
        return changed;
    }

    private static boolean movedSubmodule(OpenRepository repository, Path top, DirCacheEntry entry) {
        return entry.getFileMode() == FileMode.GITLINK
                && repository
                        .submoduleHead(top.resolve(entry.getPathString()))
                        .filter(head -> !head.equals(entry.getObjectId()))
                        .isPresent();
    }

    private static List<String> untracked(IndexDiff diff) {
        Collection<String> folders = diff.getUntrackedFolders();
        TreeSet<String> untracked = new TreeSet<>();
        folders.forEach(folder -> untracked.add(Visible.line(folder) + "/"));
        diff.getUntracked().stream()
                .filter(path -> folders.stream().noneMatch(folder -> path.startsWith(folder + "/")))
                .forEach(path -> untracked.add(Visible.line(path)));
        return List.copyOf(untracked);
    }
}
