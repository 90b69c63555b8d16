package io.github.mcpconnectors.git.revision;

import static org.eclipse.jgit.lib.Constants.R_HEADS;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.jspecify.annotations.Nullable;

/** Where a branch is fetched from and pushed to, as remote-tracking branches: {@code @{upstream}} and {@code @{push}}. */
final class Tracking {

    private final Refs refs;
    private final Config config;

    Tracking(Repository repository, Refs refs) {
        this.refs = refs;
        this.config = repository.getConfig();
    }

    /**
     * The ref behind a mark of a branch.
     *
     * @param branch its short name; empty for the one that is checked out
     */
    Ref find(String branch, boolean push) throws IOException {
        boolean current = Set.of("", "@", "HEAD").contains(branch);
        String name = current ? refs.currentBranch() : branch;
        if (!current && refs.exact(R_HEADS + name) == null) {
            throw refs.unknown(name);
        }
        String tracked;
        try {
            tracked = push ? pushed(name) : upstream(name);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ToolException(
                    Reason.UNAVAILABLE, "The configuration of the remote of " + quoted(name) + " is malformed.", e);
        }
        Ref ref = refs.exact(SafeNames.requireName(tracked));
        if (ref == null || ref.getObjectId() == null) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "The branch %s tracks %s, which is not here: it was never fetched, or is gone."
                            .formatted(quoted(name), quoted(Repository.shortenRefName(tracked))));
        }
        return ref;
    }

    private String upstream(String branch) {
        String tracked = new BranchConfig(config, branch).getTrackingBranch();
        if (tracked == null) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "The branch " + quoted(branch)
                            + " has no upstream. Name the branch that you mean, such as origin/main.");
        }
        return tracked;
    }

    private String pushed(String branch) throws URISyntaxException {
        RemoteConfig remote = new RemoteConfig(config, pushRemote(branch));
        String full = R_HEADS + branch;
        if (!remote.getPushRefSpecs().isEmpty()) {
            return tracked(remote, branch, expand(remote.getPushRefSpecs(), full));
        }
        String mode = config.getString("push", null, "default");
        return switch (mode == null || remote.isMirror() ? "" : mode) {
            case "nothing" -> throw noPush(branch);
            case "upstream", "tracking" -> upstream(branch);
            case "matching", "current" -> tracked(remote, branch, full);
            default -> simple(remote, branch);
        };
    }

    /** As Git does without other orders: to the branch of the same name, if it is fetched from there too. */
    private String simple(RemoteConfig remote, String branch) {
        String tracked = tracked(remote, branch, R_HEADS + branch);
        if (!remote.isMirror() && !tracked.equals(upstream(branch))) {
            throw noPush(branch);
        }
        return tracked;
    }

    private String pushRemote(String branch) {
        BranchConfig settings = new BranchConfig(config, branch);
        Set<String> remotes = config.getSubsections("remote");
        for (String name : new String[] {
            settings.getPushRemote(), config.getString("remote", null, "pushDefault"), settings.getRemote()
        }) {
            if (name != null) {
                return name;
            }
        }
        return remotes.size() == 1 ? remotes.iterator().next() : "origin";
    }

    private String tracked(RemoteConfig remote, String branch, @Nullable String destination) {
        String tracked = destination == null ? null : expand(remote.getFetchRefSpecs(), destination);
        if (tracked == null) {
            throw noPush(branch);
        }
        return tracked;
    }

    private static @Nullable String expand(List<RefSpec> specs, String source) {
        return specs.stream()
                .filter(spec -> !spec.isNegative() && spec.matchSource(source))
                .map(spec -> spec.expandFromSource(source).getDestination())
                .findFirst()
                .orElse(null);
    }

    private static ToolException noPush(String branch) {
        return new ToolException(
                Reason.NOT_FOUND,
                "The branch " + quoted(branch) + " has no single place that it is pushed to and fetched from.");
    }

    private static String quoted(String name) {
        return SafeNames.quoted(name);
    }
}
