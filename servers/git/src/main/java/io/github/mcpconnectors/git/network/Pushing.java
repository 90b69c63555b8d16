package io.github.mcpconnectors.git.network;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A branch that is to be pushed under its own name.
 *
 * @param tracking the ref here that shows where the branch is there, or null
 * @param lease where it has to be there to be overwritten, or null to overwrite nothing
 */
public record Pushing(
        Destination to,
        String branch,
        ObjectId commit,
        @Nullable String tracking,
        @Nullable ObjectId lease) {

    /** What the remote says about it, as text. */
    public String push(Repository repository, Network network, Call call) {
        return network.connect(repository, to, call, (transport, monitor) -> {
            RemoteRefUpdate update = update(repository);
            PushResult result = transport.push(monitor, List.of(update));
            requireDone(update, Fetched.fenced(to, result.getMessages()));
            return told(update) + Fetched.fenced(to, result.getMessages());
        });
    }

    private RemoteRefUpdate update(Repository repository) throws IOException {
        String name = Constants.R_HEADS + branch;
        return new RemoteRefUpdate(repository, name, commit, name, lease != null, tracking, lease);
    }

    private String told(RemoteRefUpdate update) {
        String what = update.getStatus() == RemoteRefUpdate.Status.UP_TO_DATE ? "Already up to date: " : "Pushed ";
        return what + Visible.line(branch) + " (" + commit.abbreviate(7).name() + ") to " + to.shown();
    }

    private void requireDone(RemoteRefUpdate update, String said) {
        switch (update.getStatus()) {
            case OK, UP_TO_DATE -> {}
            case REJECTED_NONFASTFORWARD ->
                throw new ToolException(
                        CONFLICT,
                        "The remote has commits on " + Visible.line(branch)
                                + " that are not here; nothing was pushed. Call git_pull first.");
            case REJECTED_REMOTE_CHANGED ->
                throw new ToolException(
                        CONFLICT,
                        Visible.line(branch)
                                + " has changed at the remote since it was fetched; nothing was pushed. Call"
                                + " git_fetch and look at what is new there.");
            default ->
                throw new ToolException(
                        DENIED,
                        "The remote did not take the push." + because(update) + " Nothing was changed there." + said);
        }
    }

    private static String because(RemoteRefUpdate update) {
        String message = update.getMessage();
        return message == null ? "" : " It wrote (not we): " + NetworkFailures.quoted(message) + ".";
    }
}
