package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Opens HTTP connections to one place, whatever a redirect says. */
final class HttpAccess implements HttpConnectionFactory {

    private final Destination destination;
    private final Transfer transfer;
    private final PeerCheck sockets;

    HttpAccess(Destination destination, Transfer transfer) {
        this.destination = destination;
        this.transfer = transfer;
        this.sockets = new PeerCheck(destination, transfer);
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    /** A proxy is one that Java was started with; there it is the proxy's address that is connected to. */
    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) throws IOException {
        if (!destination.isOf(url)) {
            throw new Refusal(
                    Reason.DENIED,
                    destination.shown()
                            + " redirects to another place, which is not followed. If that is right, a person"
                            + " should change the URL.");
        }
        boolean direct = proxy == null || proxy.type() == Proxy.Type.DIRECT;
        HttpURLConnection connection =
                (HttpURLConnection) (direct ? url.openConnection(Proxy.NO_PROXY) : url.openConnection(proxy));
        // Nobody logs in on our behalf, as Java would with what it finds on the machine.
        connection.setAuthenticator(new Authenticator() {});
        if (direct && connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(sockets);
        }
        return new LimitedConnection(connection, transfer);
    }
}
