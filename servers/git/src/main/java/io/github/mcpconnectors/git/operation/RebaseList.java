package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.MergeBases;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Which commits a rebase takes along, as git rebase chooses: no merges, and none whose change upstream has already. */
final class RebaseList {

    private final Repository repository;
    private final Call call;

    RebaseList(Repository repository, Call call) {
        this.repository = repository;
        this.call = call;
    }

    List<RevCommit> of(RevCommit head, RevCommit upstream) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            List<RevCommit> own = commits(walk, head, upstream);
            Set<String> theirs = own.isEmpty() ? Set.of() : changesOf(commits(walk, upstream, head), pathsOf(own));
            List<RevCommit> wanted = new ArrayList<>();
            for (RevCommit commit : own) {
                if (theirs.isEmpty() || !theirs.contains(new Change(repository, commit).fingerprint())) {
                    wanted.add(commit);
                }
            }
            return wanted;
        }
    }

    /** Whether the commits since the common ancestor are a line without merges. */
    static boolean isLinear(RevWalk walk, RevCommit head, RevCommit upstream) throws IOException {
        List<RevCommit> bases = MergeBases.of(walk, head, upstream);
        walk.reset();
        walk.markStart(walk.lookupCommit(head));
        walk.markUninteresting(walk.lookupCommit(upstream));
        for (RevCommit commit : walk) {
            if (commit.getParentCount() != 1) {
                return false;
            }
        }
        return bases.size() == 1;
    }

    /** Of one and not of the other, the oldest first. */
    private List<RevCommit> commits(RevWalk walk, RevCommit of, RevCommit notOf) throws IOException {
        walk.reset();
        walk.sort(RevSort.TOPO);
        walk.markStart(walk.lookupCommit(of));
        walk.markUninteresting(walk.lookupCommit(notOf));
        List<RevCommit> commits = new ArrayList<>();
        for (RevCommit commit : walk) {
            call.checkCancelled();
            if (commit.getParentCount() < 2) {
                commits.add(commit);
            }
        }
        Collections.reverse(commits);
        return commits;
    }

    private Set<String> pathsOf(List<RevCommit> commits) throws IOException {
        Set<String> paths = new HashSet<>();
        for (RevCommit commit : commits) {
            paths.add(new Change(repository, commit).paths());
        }
        return paths;
    }

    /** Contents are compared only of those that change the same files as one of ours. */
    private Set<String> changesOf(List<RevCommit> commits, Set<String> paths) throws IOException {
        Set<String> changes = new HashSet<>();
        for (RevCommit commit : commits) {
            call.checkCancelled();
            Change change = new Change(repository, commit);
            if (!change.paths().isEmpty() && paths.contains(change.paths())) {
                changes.add(change.fingerprint());
            }
        }
        return changes;
    }
}
