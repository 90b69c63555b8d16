package io.github.mcpconnectors.git.network;

import java.util.Collection;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;

/** A transport whose connections are {@link NamedRefs}. */
final class NamedRefsTransport extends Transport {

    private final Transport transport;
    private final Repository repository;

    NamedRefsTransport(Transport transport, Repository repository) {
        super(repository, transport.getURI());
        this.transport = transport;
        this.repository = repository;
    }

    @Override
    public FetchConnection openFetch() throws NotSupportedException, TransportException {
        return new NamedRefs(transport.openFetch(), repository);
    }

    @Override
    public FetchConnection openFetch(Collection<RefSpec> specs, String... patterns)
            throws NotSupportedException, TransportException {
        if (getDepth() != null) {
            transport.setDepth(getDepth());
        }
        return new NamedRefs(transport.openFetch(specs, patterns), repository);
    }

    @Override
    public PushConnection openPush() throws NotSupportedException, TransportException {
        return transport.openPush();
    }

    @Override
    public void close() {
        transport.close();
    }
}
