package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.StringUtils;
import org.jspecify.annotations.Nullable;

/** Merges trees into a new one, with nothing changed but the objects that the inserter takes. */
public final class TreeMerge {

    private final Repository repository;
    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final Call call;

    /**
     * @param inserter of the repository; the caller flushes and closes it
     * @param call which may be cancelled
     */
    public TreeMerge(Repository repository, ObjectInserter inserter, Call call) {
        this.repository = repository;
        this.inserter = inserter;
        this.reader = inserter.newReader();
        this.call = call;
    }

    /** Two commits, from their common ancestor; without one, from nothing. */
    public Merged commits(RevCommit ours, RevCommit theirs, Labels labels) throws IOException {
        ObjectId base = new MergeBases(inserter, this).tree(ours, theirs);
        return trees(base, ours.getTree(), theirs.getTree(), labels);
    }

    /** What merging two commits would give, before it is known whether that can be put into files. */
    public Decisions decide(RevCommit ours, RevCommit theirs) throws IOException {
        ObjectId base = new MergeBases(inserter, this).tree(ours, theirs);
        return decide(base, ours.getTree(), theirs.getTree(), new Labels("ours", "theirs"));
    }

    /** Brings what theirs changed since base to ours. */
    public Merged trees(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, Labels labels) throws IOException {
        Decisions decisions = decide(base, ours, theirs, labels);
        SortedMap<String, Versions> conflicts = decisions.stages();
        return new Merged(new NewTree(reader, ours).with(decisions.after(), inserter), conflicts);
    }

    /** The ancestor for another merge: conflicts are part of its files. */
    ObjectId ancestor(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, int depth) throws IOException {
        Decisions decisions = decide(base, ours, theirs, Labels.ofAncestors(depth));
        return new NewTree(reader, ours).with(decisions.after(), inserter);
    }

    private Decisions decide(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, Labels labels)
            throws IOException {
        SortedMap<String, Versions> files = Differences.between(reader, call, base, ours, theirs);
        SideTree byUs = new SideTree(Renames.of(files, true, reader, call), reader, ours);
        SideTree byThem = new SideTree(Renames.of(files, false, reader, call), reader, theirs);
        boolean forAncestor = labels.depth() > 0;
        FileMerge merge = new FileMerge(new MergeRules(repository, reader, ours), inserter, reader, forAncestor);
        Deciding deciding = new Deciding(files, merge, labels, call);
        if (!forAncestor) {
            deciding.followDirectories(directoryRenames(), byUs, byThem);
        }
        return deciding.decide(byUs.renames(), byThem.renames());
    }

    private DirectoryRenames directoryRenames() {
        String value = repository.getConfig().getString("merge", null, "directoryRenames");
        if (value == null || value.equalsIgnoreCase("conflict")) {
            return DirectoryRenames.CONFLICT;
        }
        Boolean follow = StringUtils.toBooleanOrNull(value);
        return follow == null ? DirectoryRenames.CONFLICT : follow ? DirectoryRenames.FOLLOW : DirectoryRenames.IGNORE;
    }
}
