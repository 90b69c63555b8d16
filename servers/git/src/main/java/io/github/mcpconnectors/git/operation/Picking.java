package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** git cherry-pick and git revert: all commits up to the first conflict, or none where local changes are in the way. */
public final class Picking {

    /**
     * How to pick.
     *
     * @param mainline which parent of merges, from 1; 0 where none was said
     */
    public record Way(boolean revert, boolean noCommit, int mainline) {}

    private final OpenRepository repository;
    private final Way way;
    private final List<Pick> skipped = new ArrayList<>();

    public Picking(OpenRepository repository, Way way) {
        this.repository = repository;
        this.way = way;
    }

    /** Returns what there is to say. */
    public String pick(List<RevCommit> commits, Call call) throws IOException {
        StateFiles.requireNothing(repository);
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            List<Pick> picks = new ArrayList<>();
            for (RevCommit commit : commits) {
                picks.add(Pick.of(walk, commit, way.mainline(), way.revert()).inHistory(repository.jgit()));
            }
            RevCommit head = walk.parseCommit(NewCommit.requireHead(repository));
            LocalChanges.requireNoConflicts(repository);
            if (!way.noCommit()) {
                LocalChanges.requireNoneStaged(repository, head.getTree());
            }
            ObjectId from = way.noCommit() ? Snapshot.indexTree(repository) : head.getTree();
            try (Series series = new Series(repository, head, from, call)) {
                return pick(picks, series, head, from);
            }
        }
    }

    private String pick(List<Pick> picks, Series series, RevCommit head, ObjectId from) throws IOException {
        for (int i = 0; i < picks.size(); i++) {
            Pick pick = picks.get(i);
            Merged merged = series.merged(pick);
            if (!merged.clean()) {
                Landing.land(repository, from, merged);
                series.moveHead(head, verb());
                return conflict(pick, merged, picks.subList(i + 1, picks.size()));
            }
            if (merged.tree().equals(series.tree())) {
                skipped.add(pick);
            } else if (way.noCommit()) {
                series.apply(merged);
            } else {
                series.commit(pick, merged);
            }
        }
        Landing.move(repository, from, series.tree());
        series.moveHead(head, verb());
        return done(series, picks);
    }

    private String conflict(Pick pick, Merged merged, List<Pick> rest) throws IOException {
        if (!way.noCommit() && way.revert()) {
            repository.jgit().writeRevertHead(pick.commit());
        } else if (!way.noCommit()) {
            repository.jgit().writeCherryPickHead(pick.commit());
        }
        repository.jgit().writeMergeCommitMsg(StateFiles.withConflicts(pick.message(), merged));
        String tool = way.revert() ? "git_revert" : "git_cherry_pick";
        return "Could not apply " + pick.shown() + "; conflicts in "
                + LocalChanges.names(merged.conflicts().keySet())
                + ". See git_conflicts, edit the files, git_add them, then git_commit"
                + (way.noCommit() ? "." : "; or give up this commit with " + tool + " and abort.")
                + (rest.isEmpty() ? "" : " After that call " + tool + " again with the rest: " + names(rest) + ".");
    }

    private String done(Series series, List<Pick> picks) {
        List<Pick> applied =
                picks.stream().filter(pick -> !skipped.contains(pick)).toList();
        String what = way.revert() ? "Reverted " : "Picked ";
        String made = series.made().stream()
                .map(one -> one.commit().abbreviate(7).name() + " "
                        + Visible.line(one.pick().message().lines().findFirst().orElse("")))
                .collect(Collectors.joining("\n", "\n", ""));
        return (applied.isEmpty()
                        ? ""
                        : what + names(applied) + (way.noCommit() ? ", not committed." : ":" + made + "\n"))
                + (skipped.isEmpty() ? "" : "Nothing to do for " + names(skipped) + ": that is so already.");
    }

    private static String names(List<Pick> picks) {
        return picks.stream().map(Pick::shown).collect(Collectors.joining(", "));
    }

    private String verb() {
        return way.revert() ? "revert" : "cherry-pick";
    }
}
