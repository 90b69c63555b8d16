package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection without the refs that must not be stored as the remote names them: JGit would make a file of
 * {@code refs/heads/../../hooks/x}, and overwrite tags that we have.
 */
final class NamedRefs implements FetchConnection {

    private final FetchConnection connection;
    private final Map<String, Ref> refs = new LinkedHashMap<>();

    NamedRefs(FetchConnection connection, Repository local) throws TransportException {
        this.connection = connection;
        try {
            for (Ref ref : connection.getRefs()) {
                if (isName(ref.getName()) && isName(ref.getTarget().getName()) && !isOtherTag(ref, local)) {
                    refs.put(ref.getName(), ref);
                }
            }
        } catch (IOException e) {
            connection.close();
            throw new TransportException("Refs cannot be read", e);
        }
    }

    private static boolean isName(String name) {
        return name.equals(Constants.HEAD) || (name.startsWith(Constants.R_REFS) && Repository.isValidRefName(name));
    }

    private static boolean isOtherTag(Ref ref, Repository local) throws IOException {
        Ref ours = ref.getName().startsWith(Constants.R_TAGS) ? local.exactRef(ref.getName()) : null;
        return ours != null && !Objects.equals(ours.getObjectId(), ref.getObjectId());
    }

    @Override
    public Map<String, Ref> getRefsMap() {
        return refs;
    }

    @Override
    public Collection<Ref> getRefs() {
        return refs.values();
    }

    @Override
    public @Nullable Ref getRef(String name) {
        return refs.get(name);
    }

    @Override
    public void fetch(ProgressMonitor monitor, Collection<Ref> want, Set<ObjectId> have) throws TransportException {
        connection.fetch(monitor, want, have);
    }

    @Override
    public void fetch(ProgressMonitor monitor, Collection<Ref> want, Set<ObjectId> have, OutputStream out)
            throws TransportException {
        connection.fetch(monitor, want, have, out);
    }

    @Override
    public boolean didFetchIncludeTags() {
        return connection.didFetchIncludeTags();
    }

    @Override
    public boolean didFetchTestConnectivity() {
        return connection.didFetchTestConnectivity();
    }

    @Override
    public void setPackLockMessage(String message) {
        connection.setPackLockMessage(message);
    }

    @Override
    public Collection<PackLock> getPackLocks() {
        return connection.getPackLocks();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public String getMessages() {
        return connection.getMessages();
    }

    @Override
    public String getPeerUserAgent() {
        return connection.getPeerUserAgent();
    }
}
