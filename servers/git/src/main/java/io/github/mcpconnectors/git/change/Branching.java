package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes, finds and deletes branches and tags. */
public final class Branching {

    private static final String BRANCH = "branch";

    private Branching() {}

    public static void create(Repository jgit, String ref, ObjectId object) throws IOException {
        RefUpdate update = jgit.updateRef(ref);
        update.setNewObjectId(object);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setRefLogMessage(BRANCH + ": Created from " + object.name(), false);
        RefResult.require(update, update.update());
    }

    /** Makes a branch follow the branch of a remote, as git does without branch.autoSetupMerge=false. */
    public static void follow(Repository jgit, String branch, Ref upstream) throws IOException {
        StoredConfig config = jgit.getConfig();
        String name = upstream.getName().substring(Constants.R_REMOTES.length());
        Optional<String> remote = config.getSubsections("remote").stream()
                .filter(known -> name.startsWith(known + "/"))
                .findFirst();
        if (remote.isEmpty() || "false".equals(config.getString(BRANCH, null, "autosetupmerge"))) {
            return;
        }
        config.setString(BRANCH, branch, "remote", remote.get());
        config.setString(
                BRANCH,
                branch,
                "merge",
                Constants.R_HEADS + name.substring(remote.get().length() + 1));
        config.save();
    }

    /**
     * The branch that a name means, also as another notation such as <code>@{-1}</code>. Where only one remote has a branch
     * of that name, it is made after that one, as git checkout does.
     */
    public static Optional<Ref> local(Repository jgit, Revisions revisions, String name) throws IOException {
        SafeNames.requireRevision(name);
        // JGit would read a ref wherever dots in its name lead.
        boolean plain = Repository.isValidRefName(Constants.R_HEADS + name);
        Ref branch = plain ? jgit.exactRef(Constants.R_HEADS + name) : null;
        if (branch != null && branch.getObjectId() != null) {
            return Optional.of(branch);
        }
        Ref found = revisions.ref(name).map(Ref::getLeaf).orElse(null);
        if (found == null) {
            return ofRemote(jgit, name);
        }
        return Optional.of(found).filter(ref -> ref.getName().startsWith(Constants.R_HEADS));
    }

    private static Optional<Ref> ofRemote(Repository jgit, String name) throws IOException {
        List<Ref> remote = jgit.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES).stream()
                .filter(ref -> ref.getObjectId() != null)
                .filter(ref -> jgit.getConfig().getSubsections("remote").stream()
                        .anyMatch(known -> ref.getName().equals(Constants.R_REMOTES + known + "/" + name)))
                .toList();
        if (remote.size() != 1) {
            return Optional.empty();
        }
        Ref upstream = remote.get(0);
        create(jgit, NewName.branch(jgit, name), Objects.requireNonNull(upstream.getObjectId()));
        follow(jgit, name, upstream);
        return Optional.ofNullable(jgit.exactRef(Constants.R_HEADS + name));
    }

    /** A branch or tag; the error names the one that comes near. */
    public static Ref existing(Repository jgit, String place, String name) throws IOException {
        Ref ref = jgit.exactRef(place + SafeNames.requireName(name));
        if (ref != null && ref.getObjectId() != null) {
            return ref;
        }
        List<String> names = jgit.getRefDatabase().getRefsByPrefix(place).stream()
                .map(other -> other.getName().substring(place.length()))
                .toList();
        throw new ToolException(
                Reason.NOT_FOUND,
                "There is no " + (place.equals(Constants.R_TAGS) ? "tag " : "branch ") + SafeNames.quoted(name) + "."
                        + Nearest.hint(name, names));
    }

    /** Whether all of a branch is in the one that it follows or, if it follows none, in what is checked out. */
    public static boolean isMerged(Repository jgit, Ref branch) throws IOException {
        String upstream =
                new BranchConfig(jgit.getConfig(), Repository.shortenRefName(branch.getName())).getTrackingBranch();
        Ref into = upstream == null ? null : jgit.exactRef(upstream);
        ObjectId base = into == null ? jgit.resolve(Constants.HEAD) : into.getObjectId();
        if (base == null) {
            return false;
        }
        try (RevWalk walk = new RevWalk(jgit)) {
            return walk.isMergedInto(
                    walk.parseCommit(Objects.requireNonNull(branch.getObjectId())), walk.parseCommit(base));
        }
    }

    /** Deletes the ref itself: one that is only another name of a branch does not take that branch with it. */
    public static void delete(Repository jgit, Ref ref) throws IOException {
        RefUpdate update = jgit.updateRef(ref.getName(), true);
        update.setForceUpdate(true);
        if (!ref.isSymbolic()) {
            update.setExpectedOldObjectId(ref.getObjectId());
        }
        RefResult.require(update, update.delete());
        StoredConfig config = jgit.getConfig();
        String name = Repository.shortenRefName(ref.getName());
        if (ref.getName().startsWith(Constants.R_HEADS) && config.removeSection(BRANCH, name)) {
            config.save();
        }
    }
}
