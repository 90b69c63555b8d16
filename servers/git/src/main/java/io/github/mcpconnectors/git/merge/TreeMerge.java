package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
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

    /** Brings what theirs changed since base to ours. */
    public Merged trees(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, Labels labels) throws IOException {
        return merge(base, ours, theirs, labels);
    }

    /** The ancestor for another merge: conflicts are part of its files. */
    ObjectId ancestor(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, int depth) throws IOException {
        Labels labels = new Labels("Temporary merge branch 1", "Temporary merge branch 2", depth);
        return merge(base, ours, theirs, labels).tree();
    }

    private Merged merge(@Nullable ObjectId base, ObjectId ours, ObjectId theirs, Labels labels) throws IOException {
        SortedMap<String, Versions> changed = Differences.between(reader, call, base, ours, theirs);
        Pairing pairing = new Pairing(changed, labels);
        if (base != null && changed.values().stream().anyMatch(Pairing::mayBeRenamed)) {
            pairing.pair(Renames.of(reader, call, base, ours), Renames.of(reader, call, base, theirs));
        }
        SortedMap<String, Versions> conflicts = new TreeMap<>();
        FileMerge files = new FileMerge(inserter, reader, labels.depth() > 0);
        SortedMap<String, @Nullable Version> results = new TreeMap<>();
        pairing.left().forEach(path -> results.put(path, null));
        for (Map.Entry<String, Versions> entry : changed.entrySet()) {
            call.checkCancelled();
            String path = entry.getKey();
            Versions versions = entry.getValue();
            MergeRule rule = new MergeRule(repository, reader, ours, path);
            FileMerge.Result result = pairing.deleted().contains(path)
                    ? files.gone(versions)
                    : files.merge(versions, pairing.labels().getOrDefault(path, labels), rule);
            results.put(path, result.file());
            if (!result.clean()) {
                conflicts.put(path, versions);
            }
        }
        return new Merged(new NewTree(reader, ours).with(results, inserter), conflicts);
    }
}
