package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Set<String> unreadable;

    private Changes(Patch patch, List<DiffEntry> entries, Set<String> unmerged, Set<String> unreadable) {
        this.patch = patch;
        this.entries = entries;
        this.unmerged = unmerged;
        this.unreadable = unreadable;
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

    /** The same by file: where one became a link or the like, there are two, of the old and the new. */
    Collection<List<DiffEntry>> files() {
        return byPath(entries).values();
    }

    private static Map<String, List<DiffEntry>> byPath(List<DiffEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(Changes::path, LinkedHashMap::new, Collectors.toList()));
    }

    /** Files with a conflict; they are not among the entries. */
    public Set<String> unmerged() {
        return unmerged;
    }

    /** Files that cannot be looked up on the disk, see {@link IndexNames}; they are not among the entries. */
    Set<String> unreadable() {
        return unreadable;
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
            Set<String> unreadable = found.stream()
                    .map(Changes::path)
                    .filter(path -> disk && index != null && IndexNames.unreadable(index, path))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<DiffEntry> tracked = found.stream()
                    .filter(entry -> !unreadable.contains(path(entry)))
                    .filter(entry -> index == null || isTracked(entry, index, disk, unmerged))
                    .toList();
            List<DiffEntry> all = new ArrayList<>();
            List<DiffEntry> movable = new ArrayList<>();
            for (List<DiffEntry> file : byPath(tracked).values()) {
                // Where a link took the place of a file, git does not ask where the file went.
                boolean replaced = file.size() > 1 || ChangeKind.of(file.get(0)) == ChangeKind.TYPE_CHANGED;
                (replaced ? all : movable).addAll(file);
            }
            all.addAll(renames(movable, to));
            all.sort(Comparator.comparing(Changes::path));
            return new Changes(patch, all, unmerged, unreadable);
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

        /** JGit calls it a copy when several new files look like one that is gone; for git the others are just new. */
        private static List<DiffEntry> withoutCopies(List<DiffEntry> renamed, List<DiffEntry> found) {
            Map<String, DiffEntry> added = found.stream()
                    .filter(entry -> entry.getChangeType() == ChangeType.ADD)
                    .collect(Collectors.toMap(DiffEntry::getNewPath, Function.identity()));
            return renamed.stream()
                    .map(entry -> entry.getChangeType() == ChangeType.COPY
                            ? added.getOrDefault(entry.getNewPath(), entry)
                            : entry)
                    .toList();
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
                return withoutCopies(
                        detector.compute(new ContentSource.Pair(stored, target), NullProgressMonitor.INSTANCE),
                        entries);
            } catch (org.eclipse.jgit.api.errors.CanceledException e) {
                throw new IOException(e);
            }
        }
    }
}
