package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.remote.Remote;
import io.github.mcpconnectors.git.remote.Remotes;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.git.status.Tracking;
import io.github.mcpconnectors.git.status.UnderWay;
import io.github.mcpconnectors.git.status.WorkingState;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Gathers what somebody who comes to a repository wants to know first. */
final class Situation {

    private static final int COMMITS = 5;
    private static final int REMOTES = 20;

    private final OpenRepository open;
    private final Repository jgit;
    private final Call call;

    Situation(OpenRepository open, Call call) {
        this.open = open;
        this.jgit = open.jgit();
        this.call = call;
    }

    SummaryOutput output() throws IOException {
        Head head = Head.of(jgit);
        UnderWay underWay = UnderWay.of(jgit);
        SummaryOutput.Counts changes = jgit.isBare() ? null : counts(WorkingState.of(open, call));
        int stashes = Stash.entries(open).size();
        List<Remote> remotes = Remotes.of(jgit).stream().limit(REMOTES).toList();
        List<SummaryOutput.Recent> commits = recent(head.commit());
        boolean shallow = !jgit.getObjectDatabase().getShallowCommits().isEmpty();
        StringBuilder text = new StringBuilder(where(head, underWay)).append('\n');
        line(text, "Under way", underWay.what());
        line(text, "Changes", changes == null ? "none, the repository is bare" : changes.text());
        line(text, "Note", Objects.requireNonNullElse(Notes.filters(open.ignoredFilters()), ""));
        line(text, "Stashes", stashes == 0 ? "" : String.valueOf(stashes));
        remotes.forEach(remote -> line(text, "Remote", text(remote)));
        line(text, "Shallow", shallow ? "older history is not here" : "");
        commits.forEach(commit -> text.append(commit.text()).append('\n'));
        return new SummaryOutput(
                text.toString(),
                head.branch() == null ? null : Visible.line(head.branch()),
                head.commit() == null ? null : head.commit().name(),
                head.tracking(),
                underWay.state(),
                changes,
                stashes,
                remotes,
                commits,
                shallow,
                true);
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append(": ").append(value).append('\n');
        }
    }

    private String where(Head head, UnderWay underWay) throws IOException {
        ObjectId commit = head.commit();
        if (head.branch() == null && commit != null) {
            // The reflog does not say that a rebase was begun.
            return "HEAD detached "
                    + (underWay.isRebase()
                            ? "at " + commit.abbreviate(7).name()
                            : Visible.line(Head.detached(jgit, commit)));
        }
        if (head.branch() == null) {
            return "No branch";
        }
        return "On branch " + Visible.line(head.branch()) + (commit == null ? ", no commits yet" : "")
                + upstream(head.tracking());
    }

    private static String upstream(@Nullable Tracking tracking) {
        if (tracking == null) {
            return "";
        }
        String upstream = Visible.line(tracking.upstream());
        return tracking.ahead() == null
                ? ", upstream " + upstream + " is gone"
                : ", " + tracking.ahead() + " ahead of and " + tracking.behind() + " behind " + upstream;
    }

    private static SummaryOutput.Counts counts(WorkingState working) {
        return new SummaryOutput.Counts(
                working.staged().size(),
                working.unstaged().size(),
                working.untracked().size(),
                working.conflicts().size());
    }

    private static String text(Remote remote) {
        String branch = remote.defaultBranch() == null ? "" : " (default branch " + remote.defaultBranch() + ")";
        return remote.name() + " " + String.join(" ", remote.fetch()) + branch;
    }

    private List<SummaryOutput.Recent> recent(@Nullable ObjectId head) throws IOException {
        List<SummaryOutput.Recent> commits = new ArrayList<>();
        if (head == null) {
            return commits;
        }
        try (RevWalk walk = new RevWalk(jgit)) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit next = walk.next(); next != null && commits.size() < COMMITS; next = walk.next()) {
                commits.add(SummaryOutput.Recent.of(CommitInfo.of(next)));
            }
        }
        return commits;
    }
}
