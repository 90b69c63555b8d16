package io.github.mcpconnectors.git.merge;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Common ancestors; where there are several, as after criss-cross merges, these are merged into one. */
public final class MergeBases {

    private static final PersonIdent NOBODY = new PersonIdent("", "", Instant.EPOCH, ZoneOffset.UTC);

    private final ObjectInserter inserter;
    private final TreeMerge merge;

    MergeBases(ObjectInserter inserter, TreeMerge merge) {
        this.inserter = inserter;
        this.merge = merge;
    }

    public static List<RevCommit> of(RevWalk walk, RevCommit one, RevCommit other) throws IOException {
        walk.reset();
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(walk.lookupCommit(one));
        walk.markStart(walk.lookupCommit(other));
        List<RevCommit> bases = new ArrayList<>();
        for (RevCommit base = walk.next(); base != null; base = walk.next()) {
            bases.add(base);
        }
        walk.reset();
        walk.setRevFilter(RevFilter.ALL);
        return bases;
    }

    @Nullable
    ObjectId tree(RevCommit one, RevCommit other) throws IOException {
        try (RevWalk walk = new RevWalk(inserter.newReader())) {
            RevCommit base = one(walk, one, other, 1);
            return base == null ? null : base.getTree();
        }
    }

    private @Nullable RevCommit one(RevWalk walk, RevCommit one, RevCommit other, int depth) throws IOException {
        List<RevCommit> bases = of(walk, one, other);
        if (bases.isEmpty()) {
            return null;
        }
        // As git does: the oldest first.
        Collections.reverse(bases);
        RevCommit merged = bases.get(0);
        for (RevCommit next : bases.subList(1, bases.size())) {
            RevCommit ancestor = one(walk, merged, next, depth + 1);
            ObjectId tree = merge.ancestor(
                    ancestor == null ? null : ancestor.getTree(), merged.getTree(), next.getTree(), depth);
            merged = commit(walk, tree, List.of(merged, next));
        }
        return merged;
    }

    private RevCommit commit(RevWalk walk, ObjectId tree, List<RevCommit> parents) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(NOBODY);
        commit.setCommitter(commit.getAuthor());
        commit.setMessage("merged common ancestors");
        return walk.parseCommit(inserter.insert(commit));
    }
}
