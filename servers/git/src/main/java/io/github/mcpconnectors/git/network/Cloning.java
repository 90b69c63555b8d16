package io.github.mcpconnectors.git.network;

import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Fills a new repository from a place.
 *
 * @param branch or tag to check out, or null for what the remote has checked out
 * @param depth commits of that branch, or null for everything
 */
public record Cloning(
        Destination from, @Nullable String branch, @Nullable Integer depth) {

    private static final String ORIGIN = Constants.DEFAULT_REMOTE_NAME;

    public void into(Repository repository, Network network, Call call) {
        network.connect(repository, from, call, (transport, monitor) -> {
            Map<String, Ref> refs = refs(transport);
            Ref wanted = wanted(refs);
            RefSpec spec = wanted != null && depth != null ? only(wanted) : NamedRemote.usualSpec(ORIGIN);
            configure(repository, isBranch(wanted) ? spec : NamedRemote.usualSpec(ORIGIN));
            if (!refs.isEmpty()) {
                new Fetching(false, false, depth).apply(transport);
                transport.fetch(monitor, List.of(spec), "");
            }
            if (wanted != null) {
                checkOut(repository, wanted, monitor);
            }
            return true;
        });
    }

    private static Map<String, Ref> refs(Transport transport) throws IOException {
        try (FetchConnection connection = transport.openFetch()) {
            return new TreeMap<>(connection.getRefsMap());
        }
    }

    /** Null where there is nothing to check out. */
    private @Nullable Ref wanted(Map<String, Ref> refs) {
        if (branch == null || branch.isEmpty()) {
            return usual(refs);
        }
        return Stream.of(Constants.R_HEADS, Constants.R_TAGS)
                .map(prefix -> refs.get(prefix + branch))
                .filter(ref -> ref != null)
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        NOT_FOUND,
                        "There is no branch or tag " + Visible.line(branch) + " at " + from.shown() + "."
                                + known(refs)));
    }

    private static String known(Map<String, Ref> refs) {
        List<String> names = refs.keySet().stream()
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .limit(20)
                .map(name -> Visible.line(Repository.shortenRefName(name)))
                .toList();
        return names.isEmpty() ? "" : " Branches: " + String.join(", ", names);
    }

    /** What HEAD means there; an old server tells only its commit. */
    private static @Nullable Ref usual(Map<String, Ref> refs) {
        Ref head = refs.get(Constants.HEAD);
        if (head == null || head.getObjectId() == null) {
            return null;
        }
        if (head.isSymbolic() && refs.containsKey(head.getTarget().getName())) {
            return refs.get(head.getTarget().getName());
        }
        return refs.values().stream()
                .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
                .filter(ref -> head.getObjectId().equals(ref.getObjectId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBranch(@Nullable Ref ref) {
        return ref != null && ref.getName().startsWith(Constants.R_HEADS);
    }

    private static RefSpec only(Ref wanted) {
        String name = wanted.getName();
        String local = isBranch(wanted) ? Constants.R_REMOTES + ORIGIN + "/" + Repository.shortenRefName(name) : name;
        return new RefSpec("+" + name + ":" + local);
    }

    private void configure(Repository repository, RefSpec spec) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setString("remote", ORIGIN, "url", from.uri().toString());
        config.setString("remote", ORIGIN, "fetch", spec.toString());
        config.save();
    }

    private void checkOut(Repository repository, Ref wanted, ProgressMonitor monitor) throws IOException {
        boolean isBranch = isBranch(wanted);
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(wanted.getObjectId());
            if (isBranch) {
                repository.updateRef(Constants.HEAD).link(wanted.getName());
                Upstreams.set(repository, Repository.shortenRefName(wanted.getName()), ORIGIN);
            }
            RefUpdate head = repository.updateRef(Constants.HEAD, !isBranch);
            head.setNewObjectId(commit);
            head.setRefLogMessage("clone: from " + from.shown(), false);
            head.forceUpdate();
            DirCacheCheckout checkout = new DirCacheCheckout(repository, repository.lockDirCache(), commit.getTree());
            checkout.setFailOnConflict(true);
            checkout.setProgressMonitor(monitor);
            checkout.checkout();
        }
    }
}
