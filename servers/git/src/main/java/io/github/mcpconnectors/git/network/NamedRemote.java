package io.github.mcpconnectors.git.network;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** A remote of a repository: of what its config says only where it is and which branches are tracked. */
public record NamedRemote(String name, RemoteConfig config) {

    /** The one of that name, or without one that of the current branch, as git finds it. */
    public static NamedRemote find(Repository repository, @Nullable String given) throws IOException {
        Set<String> known = repository.getConfig().getSubsections("remote");
        String name = given == null || given.isEmpty() ? usual(repository, known) : given;
        if (!known.contains(name)) {
            String names =
                    known.isEmpty() ? "It has none." : "Remotes: " + Visible.line(String.join(", ", known)) + ".";
            throw new ToolException(NOT_FOUND, "There is no remote " + Visible.line(name) + ". " + names);
        }
        if (name.startsWith("-") || !Repository.isValidRefName(Constants.R_REMOTES + name)) {
            throw new ToolException(INVALID, "A remote cannot be called " + Visible.line(name) + ".");
        }
        try {
            return new NamedRemote(name, new RemoteConfig(repository.getConfig(), name));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ToolException(INVALID, "The config of the remote " + Visible.line(name) + " is malformed.", e);
        }
    }

    private static String usual(Repository repository, Set<String> known) throws IOException {
        String branch = repository.getBranch();
        String own = branch == null ? null : new BranchConfig(repository.getConfig(), branch).getRemote();
        if (own != null) {
            return own;
        }
        return known.size() == 1 ? known.iterator().next() : Constants.DEFAULT_REMOTE_NAME;
    }

    /** Where it is fetched from. */
    public URIish fetchUrl() {
        return only(config.getURIs());
    }

    /** Where it is pushed to. */
    public URIish pushUrl() {
        return only(config.getPushURIs().isEmpty() ? config.getURIs() : config.getPushURIs());
    }

    private URIish only(List<URIish> urls) {
        if (urls.size() != 1) {
            throw new ToolException(
                    INVALID,
                    "The remote " + Visible.line(name) + " has " + urls.size()
                            + " URLs; this server knows what to do with" + " one only.");
        }
        return urls.get(0);
    }

    /** What is fetched: into branches of remotes only, whatever the config says, so that nothing of ours is overwritten. */
    public List<RefSpec> tracked() {
        List<RefSpec> configured = config.getFetchRefSpecs();
        List<RefSpec> specs = configured.isEmpty() ? List.of(usualSpec(name)) : configured;
        List<RefSpec> kept = specs.stream()
                .filter(spec -> spec.isNegative()
                        || String.valueOf(spec.getDestination()).startsWith(Constants.R_REMOTES))
                .toList();
        if (kept.stream().allMatch(RefSpec::isNegative)) {
            throw new ToolException(
                    INVALID,
                    "The remote " + Visible.line(name) + " is fetched into something else than refs/remotes/, as for a"
                            + " mirror; use the git program.");
        }
        return kept;
    }

    static RefSpec usualSpec(String remote) {
        return new RefSpec("+refs/heads/*:refs/remotes/" + remote + "/*");
    }

    /** Where a branch of it is kept here, or null. */
    public @Nullable String trackingRef(String branch) {
        return tracked().stream()
                .filter(spec -> !spec.isNegative() && spec.matchSource(Constants.R_HEADS + branch))
                .map(spec -> spec.expandFromSource(Constants.R_HEADS + branch).getDestination())
                .findFirst()
                .orElse(null);
    }
}
