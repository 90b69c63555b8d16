package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.settings.ListenAddress;
import java.util.List;

/**
 * Where to listen and for whom: host names (with a port or without) under which the server may be addressed besides its own,
 * localhost and addresses, and origins (scheme://host[:port]) of web pages that may use it.
 */
public record HttpAddress(ListenAddress listen, List<String> allowedHosts, List<String> allowedOrigins) {

    public HttpAddress {
        allowedHosts = List.copyOf(allowedHosts);
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
