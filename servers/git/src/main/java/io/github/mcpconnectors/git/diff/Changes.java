package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The files that differ between two sides, in the order of their paths, renames found; closes what it reads from. */
public final class Changes implements AutoCloseable {

    // As git does: half of the lines the same, and no more than so many candidates.
    private static final int SIMILAR_PERCENT = 50;
    private static final int MOST_CANDIDATES = 1_000;

    private final Patch patch;
    private final List<DiffEntry> entries;
    private final Set<String> unmerged;

    private Changes(Patch patch, List<DiffEntry> entries, Set<String> unmerged) {
        this.patch = patch;
        this.entries = entries;
        this.unmerged = unmerged;
    }

    /** The index and the files on disk. */
    public static Changes unstaged(OpenRepository repository, TreeFilter paths) throws IOException {
        DirCache index = repository.index();
        return new Finder(repository, paths, index).find(new DirCacheIterator(index), repository.workTree());
    }

    /** The last commit, null before the first one, and the index. */
    public static Changes staged(OpenRepository repository, TreeFilter paths, @Nullable RevTree head)
            throws IOException {
        DirCache index = repository.index();
        Finder finder = new Finder(repository, paths, index);
        return finder.find(finder.tree(head), new DirCacheIterator(index));
    }

    /** A commit and the files on disk. */
    public static Changes since(OpenRepository repository, TreeFilter paths, RevTree from) throws IOException {
        Finder finder = new Finder(repository, paths, repository.index());
        return finder.find(finder.tree(from), repository.workTree());
    }

    /** Two commits; from null everything is new. */
    public static Changes between(OpenRepository repository, TreeFilter paths, @Nullable RevTree from, RevTree to)
            throws IOException {
        Finder finder = new Finder(repository, paths, null);
        return finder.find(finder.tree(from), finder.tree(to));
    }

    public List<DiffEntry> entries() {
        return entries;
    }

    /** Files with a conflict; they are not among the entries. */
    public Set<String> unmerged() {
        return unmerged;
    }

    Patch patch() {
        return patch;
    }

    static String path(DiffEntry entry) {
        return entry.getChangeType() == ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
    }

    @Override
    public void close() {
        patch.close();
    }

    /** Compares two sides of one repository. */
    private static final class Finder {

        private final OpenRepository repository;
        private final @Nullable DirCache index;
        private final Patch patch;

        Finder(OpenRepository repository, TreeFilter paths, @Nullable DirCache index) {
            this.repository = repository;
            this.index = index;
            this.patch = Patch.create(repository.jgit());
            patch.setPathFilter(paths);
        }

        AbstractTreeIterator tree(@Nullable RevTree tree) throws IOException {
            if (tree == null) {
                return new EmptyTreeIterator();
            }
            try (ObjectReader reader = repository.jgit().newObjectReader()) {
                CanonicalTreeParser parser = new CanonicalTreeParser();
                parser.reset(reader, tree);
                return parser;
            }
        }

        Changes find(AbstractTreeIterator from, AbstractTreeIterator to) throws IOException {
            patch.setDetectRenames(false);
            List<DiffEntry> found = patch.scan(from, to);
            Set<String> unmerged = new TreeSet<>();
            boolean disk = to instanceof WorkingTreeIterator;
            List<DiffEntry> tracked = found.stream()
                    .filter(entry -> index == null || isTracked(entry, index, disk, unmerged))
                    .toList();
            List<DiffEntry> renamed = new ArrayList<>(renames(tracked, to));
            renamed.sort(Comparator.comparing(Changes::path));
            return new Changes(patch, renamed, unmerged);
        }

        /** On disk there may also be files that git does not know, and files may be missing that it does not want there. */
        private static boolean isTracked(DiffEntry entry, DirCache index, boolean disk, Set<String> unmerged) {
            DirCacheEntry known = index.getEntry(path(entry));
            if (known != null && known.getStage() > 0) {
                unmerged.add(path(entry));
                return false;
            }
            if (!disk || known == null) {
                return !disk || entry.getChangeType() != ChangeType.ADD;
            }
            return !known.isSkipWorkTree() && !known.isAssumeValid();
        }

        private List<DiffEntry> renames(List<DiffEntry> entries, AbstractTreeIterator to) throws IOException {
            RenameDetector detector = new RenameDetector(repository.jgit());
            detector.setRenameScore(SIMILAR_PERCENT);
            detector.setRenameLimit(MOST_CANDIDATES);
            detector.addAll(entries);
            try (ObjectReader reader = repository.jgit().newObjectReader()) {
                ContentSource stored = ContentSource.create(reader);
                ContentSource target =
                        to instanceof WorkingTreeIterator ? ContentSource.create(repository.workTree()) : stored;
                return detector.compute(new ContentSource.Pair(stored, target), NullProgressMonitor.INSTANCE);
            } catch (org.eclipse.jgit.api.errors.CanceledException e) {
                throw new IOException(e);
            }
        }
    }
}
