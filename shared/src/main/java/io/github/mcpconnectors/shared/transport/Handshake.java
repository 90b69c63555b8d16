package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.SessionMethods;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Looks at the params of initialize before the SDK does, whose own errors name classes. */
final class Handshake {

    private Handshake() {}

    /** What is wrong, or null. */
    static @Nullable String problem(@Nullable Map<?, ?> params) {
        if (params == null || !(params.get("protocolVersion") instanceof String)) {
            return "initialize needs params.protocolVersion, a text";
        }
        if (!(params.get("capabilities") instanceof Map)) {
            return "initialize needs params.capabilities, an object";
        }
        boolean named = params.get("clientInfo") instanceof Map<?, ?> info
                && info.get("name") instanceof String
                && info.get("version") instanceof String;
        if (!named) {
            return "initialize needs params.clientInfo with name and version, both texts";
        }
        try {
            SessionMethods.MAPPER.convertValue(params, McpSchema.InitializeRequest.class);
            return null;
        } catch (JacksonException | IllegalArgumentException e) {
            return "The params of initialize do not have the shape that MCP gives them";
        }
    }
}
