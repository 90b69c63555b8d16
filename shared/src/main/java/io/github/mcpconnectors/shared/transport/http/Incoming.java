package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.Caller;
import java.util.List;

/** A request without its body. */
public interface Incoming {

    /** The values of the header of this name, whose case does not matter; empty if there is none. */
    List<String> header(String name);

    /** The address at the other end of the connection, which may be a proxy's. */
    String remoteAddress();

    Caller caller();
}
