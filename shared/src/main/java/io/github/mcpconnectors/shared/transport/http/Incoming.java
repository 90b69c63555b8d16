package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.Caller;
import java.util.List;
import java.util.Set;

/** A request without its body. */
public interface Incoming {

    /** Who calls where nobody has to say who they are. */
    Caller ANONYMOUS = new Caller("anonymous", Set.of(), null);

    /** The values of the header of this name, whose case does not matter; empty if there is none. */
    List<String> header(String name);

    /** The address at the other end of the connection, which may be a proxy's. */
    String remoteAddress();

    Caller caller();
}
