package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.HttpTransport;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/**
 * The gate to other machines: connects to an allowed place for one transfer, with what we were given for it and nothing that
 * a repository says.
 *
 * @param mostPack bytes of objects that one transfer may bring
 */
public record Network(AllowedHosts hosts, Tokens tokens, SshAccess ssh, long mostPack) {

    /** How long a remote may say nothing. */
    static final int SECONDS = 30;

    /** What is done while connected. */
    public interface Work<T> {
        T with(Transport transport, ProgressMonitor monitor) throws IOException;
    }

    /** Connects on behalf of a repository, which gets what comes in. */
    public <T> T connect(Repository local, Destination to, Call call, Work<T> work) {
        Transfer transfer = new Transfer(call, mostPack);
        Login login = new Login(to.scheme().equals("ssh") ? null : tokens.of(to));
        try (TransferRepository repository = new TransferRepository(local, transfer.intake());
                Transport transport = open(repository, to, transfer);
                Transport named = new NamedRefsTransport(transport, local)) {
            transport.setCredentialsProvider(login);
            transport.setTimeout(SECONDS);
            return work.with(named, transfer);
        } catch (IOException e) {
            // Whatever broke then, it broke off because nobody waits any more.
            call.checkCancelled();
            throw new NetworkFailures(to, transfer, login).of(e);
        }
    }

    private Transport open(Repository repository, Destination to, Transfer transfer) throws IOException {
        Addresses.check(to);
        Transport transport = Transport.open(repository, to.uri());
        if (transport instanceof SshTransport secure) {
            secure.setSshSessionFactory(ssh.sessions(transfer));
        } else if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new HttpAccess(to, transfer));
        } else {
            transport.close();
            throw new IllegalStateException(HttpTransport.class.getName());
        }
        return transport;
    }
}
