package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.protocol.ClientCapabilities;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself and its client in _meta (2026-07-28, Base Protocol, _meta).
 *
 * @param logLevel from which on the client wants messages for this request; null for none
 */
record Envelope(
        String version,
        ClientCapabilities capabilities,
        @Nullable Severity logLevel) {

    static Envelope read(Params params) {
        Params meta = params.object("_meta");
        if (!(meta.values().get(Meta.PROTOCOL_VERSION) instanceof String version)) {
            throw malformed("params._meta must have \"" + Meta.PROTOCOL_VERSION + "\", a text");
        }
        if (!(meta.values().get(Meta.CLIENT_CAPABILITIES) instanceof Map<?, ?> capabilities)) {
            throw malformed("params._meta must have \"" + Meta.CLIENT_CAPABILITIES + "\", an object");
        }
        Severity logLevel = meta.values().containsKey(Meta.LOG_LEVEL) ? meta.severity(Meta.LOG_LEVEL) : null;
        return new Envelope(version, new ClientCapabilities(capabilities), logLevel);
    }

    void requireSupported() {
        if (!Era.VERSIONS.contains(version)) {
            throw Era.unsupported(version);
        }
    }

    /** Throws where the client does not declare the extension (SEP-2663, Protocol Errors). */
    void requireExtension(String name) {
        if (!capabilities.hasExtension(name)) {
            throw new RpcError(
                            Codes.MISSING_CAPABILITY,
                            "The client has to declare the extension " + name,
                            Json.object("requiredCapabilities", ClientCapabilities.neededFor(name)))
                    .withStatus(400);
        }
    }

    static RpcError malformed(String what) {
        return RpcError.invalidParams(what).withStatus(400);
    }
}
