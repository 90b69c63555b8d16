package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.git.repository.Visible;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a ref.
 *
 * @param from its name at the remote
 * @param ref its short name here
 * @param change new, updated, forced, deleted or rejected
 */
public record RefChange(
        String from,
        String ref,
        String change,
        @Nullable String oldSha,
        @Nullable String newSha) {

    static RefChange of(TrackingRefUpdate update) {
        return new RefChange(
                Visible.line(Repository.shortenRefName(String.valueOf(update.getRemoteName()))),
                Visible.line(Repository.shortenRefName(update.getLocalName())),
                change(update),
                sha(update.getOldObjectId()),
                sha(update.getNewObjectId()));
    }

    private static String change(TrackingRefUpdate update) {
        boolean gone = sha(update.getNewObjectId()) == null;
        return switch (update.getResult()) {
            case NEW -> "new";
            case FAST_FORWARD -> "updated";
            case FORCED -> gone ? "deleted" : "forced";
            default -> "rejected";
        };
    }

    static boolean isOne(TrackingRefUpdate update) {
        return update.getResult() != RefUpdate.Result.NO_CHANGE;
    }

    private static @Nullable String sha(@Nullable ObjectId id) {
        return id == null || id.equals(ObjectId.zeroId()) ? null : id.name();
    }

    /** As git fetch tells it. */
    String line() {
        return switch (change) {
            case "new" -> " * [new] " + from + " -> " + ref;
            case "updated" -> "   " + brief(oldSha) + ".." + brief(newSha) + " " + from + " -> " + ref;
            case "forced" ->
                " + " + brief(oldSha) + "..." + brief(newSha) + " " + from + " -> " + ref + " (forced update)";
            case "deleted" -> " - [deleted] " + ref;
            default -> " ! [rejected] " + from + " -> " + ref;
        };
    }

    static String brief(@Nullable String sha) {
        return sha == null ? "0000000" : sha.substring(0, 7);
    }
}
