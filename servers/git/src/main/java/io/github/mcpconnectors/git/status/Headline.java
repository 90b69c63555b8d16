package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.repository.Visible;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** What git status says first: where HEAD is, how the branch stands to its upstream, and what is under way. */
final class Headline {

    private static final String UNMERGED = "You have unmerged paths.\n  (fix conflicts and run \"git commit\")\n";

    private Headline() {}

    static String of(Repository repository, WorkingState working) throws IOException {
        Head head = working.head();
        StringBuilder text = new StringBuilder(where(repository, head)).append('\n');
        Tracking tracking = head.tracking();
        if (tracking != null && head.commit() != null) {
            text.append(tracked(tracking)).append('\n');
        }
        String under = underWay(repository, working);
        text.append(under.isEmpty() ? "" : under + "\n");
        if (head.commit() == null) {
            text.append("\nNo commits yet\n\n");
        }
        return text.toString();
    }

    private static String where(Repository repository, Head head) throws IOException {
        if (head.branch() != null) {
            return "On branch " + Visible.line(head.branch());
        }
        ObjectId commit = head.commit();
        return commit == null
                ? "Not currently on any branch."
                : "HEAD detached " + Visible.line(Head.detached(repository, commit));
    }

    private static String tracked(Tracking tracking) {
        String upstream = "'" + Visible.line(tracking.upstream()) + "'";
        Integer ahead = tracking.ahead();
        Integer behind = tracking.behind();
        if (ahead == null || behind == null) {
            return "Your branch is based on " + upstream + ", but the upstream is gone.\n"
                    + "  (use \"git branch --unset-upstream\" to fixup)\n";
        }
        if (ahead == 0 && behind == 0) {
            return "Your branch is up to date with " + upstream + ".\n";
        }
        if (behind == 0) {
            return "Your branch is ahead of " + upstream + " by " + commits(ahead) + ".\n"
                    + "  (use \"git push\" to publish your local commits)\n";
        }
        if (ahead == 0) {
            return "Your branch is behind " + upstream + " by " + commits(behind) + ", and can be fast-forwarded.\n"
                    + "  (use \"git pull\" to update your local branch)\n";
        }
        return "Your branch and " + upstream + " have diverged,\nand have " + ahead + " and " + behind
                + " different commits each, respectively.\n"
                + "  (use \"git pull\" to merge the remote branch into yours)\n";
    }

    private static String commits(int number) {
        return number + (number == 1 ? " commit" : " commits");
    }

    private static String underWay(Repository repository, WorkingState working) throws IOException {
        boolean unmerged = !working.conflicts().isEmpty();
        return switch (working.state()) {
            case MERGING, MERGING_RESOLVED ->
                unmerged
                        ? UNMERGED + "  (use \"git merge --abort\" to abort the merge)\n"
                        : "All conflicts fixed but you are still merging.\n  (use \"git commit\" to conclude merge)\n";
            case CHERRY_PICKING, CHERRY_PICKING_RESOLVED ->
                step("cherry-pick", "cherry-picking", repository.readCherryPickHead(), unmerged);
            case REVERTING, REVERTING_RESOLVED -> step("revert", "reverting", repository.readRevertHead(), unmerged);
            case REBASING, REBASING_REBASING, REBASING_MERGE, REBASING_INTERACTIVE ->
                "You are currently rebasing.\n"
                        + hints("rebase", unmerged, "  (use \"git rebase --skip\" to skip this patch)\n")
                        + "  (use \"git rebase --abort\" to check out the original branch)\n";
            case BISECTING ->
                "You are currently bisecting.\n  (use \"git bisect reset\" to get back to the original branch)\n";
            case APPLY -> "You are in the middle of an am session.\n";
            case SAFE, BARE -> unmerged ? UNMERGED : "";
        };
    }

    private static String step(String command, String doing, @Nullable ObjectId commit, boolean unmerged) {
        return "You are currently " + doing + " commit "
                + (commit == null ? "" : commit.abbreviate(7).name()) + ".\n"
                + hints(command, unmerged, "  (use \"git " + command + " --skip\" to skip this patch)\n")
                + "  (use \"git " + command + " --abort\" to cancel the " + command + " operation)\n";
    }

    private static String hints(String command, boolean unmerged, String skip) {
        String next = unmerged ? "fix conflicts and run" : "all conflicts fixed: run";
        return "  (" + next + " \"git " + command + " --continue\")\n" + skip;
    }
}
