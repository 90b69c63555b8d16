package io.github.mcpconnectors.shared.protocol.legacy;

import io.github.mcpconnectors.shared.protocol.ClientCapabilities;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import java.util.List;
import java.util.Map;

/** What a client says of itself in initialize (2025-11-25, Lifecycle). */
record Handshake(String version, ClientCapabilities capabilities) {

    /** These are objects wherever they are given (MCP schema, ClientCapabilities). */
    private static final List<String> OBJECTS = List.of("roots", "sampling", "elicitation", "experimental", "tasks");

    static Handshake read(Params params) {
        if (!(params.values().get("protocolVersion") instanceof String version)) {
            throw wrong("initialize needs params.protocolVersion, a text");
        }
        if (!(params.values().get("capabilities") instanceof Map<?, ?> capabilities)) {
            throw wrong("initialize needs params.capabilities, an object");
        }
        for (String name : OBJECTS) {
            Object value = capabilities.get(name);
            if (value != null && !(value instanceof Map)) {
                throw wrong("params.capabilities." + name + " must be an object");
            }
        }
        boolean named = params.values().get("clientInfo") instanceof Map<?, ?> info
                && info.get("name") instanceof String
                && info.get("version") instanceof String;
        if (!named) {
            throw wrong("initialize needs params.clientInfo with name and version, both texts");
        }
        return new Handshake(version, new ClientCapabilities(capabilities));
    }

    private static RpcError wrong(String what) {
        return new RpcError(RpcError.INVALID_REQUEST, what);
    }
}
