package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Submodules where another commit is checked out than the index has. */
final class Submodules {

    private Submodules() {}

    static List<ChangedPath> moved(OpenRepository repository, DirCache index, TreeFilter paths) throws IOException {
        Path top = repository.jgit().getWorkTree().toPath();
        List<ChangedPath> moved = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(new DirCacheIterator(index));
            walk.setFilter(paths);
            walk.setRecursive(true);
            while (walk.next()) {
                if (FileMode.GITLINK.equals(walk.getRawMode(0))
                        && repository
                                .submoduleHead(top.resolve(walk.getPathString()))
                                .filter(head -> !head.equals(walk.getObjectId(0)))
                                .isPresent()) {
                    moved.add(new ChangedPath(Visible.line(walk.getPathString()), ChangeKind.MODIFIED, null, true));
                }
            }
        }
        return moved;
    }
}
