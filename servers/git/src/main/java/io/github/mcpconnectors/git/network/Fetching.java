package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.Call;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * How a remote is fetched; submodules never are.
 *
 * @param prune removes the branches here that are gone there
 * @param tags all of them, not only those of commits that come
 * @param depth commits of each branch, or null for all
 */
public record Fetching(
        boolean prune, boolean tags, @Nullable Integer depth) {

    public static final Fetching PLAIN = new Fetching(false, false, null);

    public Fetched from(NamedRemote remote, Repository repository, Network network, Call call) {
        Destination from = network.hosts().judge(remote.fetchUrl());
        return network.connect(repository, from, call, (transport, monitor) -> {
            apply(transport);
            return Fetched.of(from, transport.fetch(monitor, remote.tracked()));
        });
    }

    void apply(Transport transport) {
        transport.setTagOpt(tags ? TagOpt.FETCH_TAGS : TagOpt.AUTO_FOLLOW);
        transport.setRemoveDeletedRefs(prune);
        if (depth != null) {
            transport.setDepth(depth);
        }
    }
}
