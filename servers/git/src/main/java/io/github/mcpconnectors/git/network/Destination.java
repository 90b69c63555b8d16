package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.git.repository.Visible;
import java.net.URL;
import org.eclipse.jgit.transport.URIish;

/**
 * A place that we may talk to.
 *
 * @param uri without a password, and over HTTP without a user; host:path for SSH has no scheme
 * @param named whether its host was allowed by name, not by a pattern; then it may lie in a private network
 */
public record Destination(URIish uri, boolean named) {

    String scheme() {
        return uri.getScheme() == null ? "ssh" : uri.getScheme();
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : AllowedHosts.usualPort(scheme());
    }

    /** The host, and its port if that is not the usual one: what tokens are given for. */
    String place() {
        return port() == AllowedHosts.usualPort(scheme()) ? host() : host() + ":" + port();
    }

    /** Whether the URL, as Java and not JGit reads it, is of this place too. */
    boolean isOf(URL url) {
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        return url.getProtocol().equalsIgnoreCase(scheme()) && url.getHost().equalsIgnoreCase(host()) && port == port();
    }

    /** For messages. */
    public String shown() {
        return Visible.line(uri.toString());
    }
}
