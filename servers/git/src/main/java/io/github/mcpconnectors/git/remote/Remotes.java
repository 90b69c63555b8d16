package io.github.mcpconnectors.git.remote;

import io.github.mcpconnectors.git.repository.Visible;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Reads the remotes of a repository. */
public final class Remotes {

    private Remotes() {}

    /** In the order of their names. */
    public static List<Remote> of(Repository repository) throws IOException {
        List<Remote> remotes = new ArrayList<>();
        for (String name : repository.getConfig().getSubsections("remote").stream()
                .sorted()
                .toList()) {
            remotes.add(remote(repository, name));
        }
        return remotes;
    }

    private static Remote remote(Repository repository, String name) throws IOException {
        Config config = repository.getConfig();
        String shown = Visible.line(name);
        String branch = defaultBranch(repository, name);
        try {
            RemoteConfig remote = new RemoteConfig(config, name);
            List<URIish> push = remote.getPushURIs().isEmpty() ? remote.getURIs() : remote.getPushURIs();
            return new Remote(shown, urls(remote.getURIs()), urls(push), branch);
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Its message quotes the URL, and with it perhaps a password.
            List<String> malformed = List.of("(malformed URL)");
            return new Remote(shown, malformed, malformed, branch);
        }
    }

    private static List<String> urls(List<URIish> urls) {
        return urls.stream().map(SafeUrl::of).toList();
    }

    private static @Nullable String defaultBranch(Repository repository, String remote) throws IOException {
        String prefix = Constants.R_REMOTES + remote + "/";
        // JGit would read a ref wherever dots in its name lead.
        Ref head = Repository.isValidRefName(prefix + Constants.HEAD)
                ? repository.exactRef(prefix + Constants.HEAD)
                : null;
        if (head == null || !head.isSymbolic()) {
            return null;
        }
        String branch = head.getTarget().getName();
        return branch.startsWith(prefix) ? Visible.line(branch.substring(prefix.length())) : null;
    }
}
