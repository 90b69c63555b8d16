package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.legacy.Versions;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which protocol a request speaks, decided for each on its own: those that carry their version in _meta stand alone, those
 * that do not belong to a handshake (2026-07-28, Versioning, Backward Compatibility).
 */
public enum Era {
    LEGACY,
    MODERN;

    /** The revisions that this package speaks. */
    static final List<String> VERSIONS = List.of("2026-07-28");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Throws an {@link RpcError} where the request speaks neither. */
    public static Era of(Exchange exchange) {
        return of(exchange.request().method(), exchange.request().params(), exchange.headers());
    }

    /** As above, for any message that has a method; headers are null where there are none. */
    public static Era of(String method, Params params, @Nullable Function<String, List<String>> headers) {
        Map<?, ?> meta = meta(params);
        String header = header(headers);
        if (method.equals("initialize") && !isEnvelope(meta)) {
            if (isModern(header)) {
                throw new RpcError(
                                Codes.HEADER_MISMATCH,
                                "MCP-Protocol-Version is " + VERSIONS.get(0) + ", which knows no initialize."
                                        + " Leave the header out, or send server/discover instead.")
                        .withStatus(400);
            }
            return LEGACY;
        }
        if (meta.containsKey(Meta.PROTOCOL_VERSION)) {
            return MODERN;
        }
        if (meta.containsKey(Meta.CLIENT_CAPABILITIES) || isModern(header)) {
            throw Envelope.malformed("params._meta must have \"" + Meta.PROTOCOL_VERSION + "\", a text");
        }
        if (header != null && !Versions.ALL.contains(header)) {
            throw unsupported(header);
        }
        return LEGACY;
    }

    /** Unsupported protocol version, with those that are (2026-07-28, Protocol Version Negotiation). */
    public static RpcError unsupported(String version) {
        return new RpcError(
                        Codes.UNSUPPORTED_VERSION,
                        "Unsupported protocol version",
                        Json.object("supported", VERSIONS, "requested", version))
                .withStatus(400);
    }

    private static Map<?, ?> meta(Params params) {
        Object meta = params.values().get("_meta");
        if (meta != null && !(meta instanceof Map)) {
            throw Envelope.malformed("params._meta must be an object");
        }
        return params.object("_meta").values();
    }

    private static boolean isEnvelope(Map<?, ?> meta) {
        return meta.get(Meta.PROTOCOL_VERSION) instanceof String version
                && isModern(version)
                && meta.get(Meta.CLIENT_CAPABILITIES) instanceof Map;
    }

    private static @Nullable String header(@Nullable Function<String, List<String>> headers) {
        List<String> values = headers == null ? List.of() : headers.apply("MCP-Protocol-Version");
        return values.isEmpty() ? null : values.get(0).strip();
    }

    private static boolean isModern(@Nullable String version) {
        return version != null && DATE.matcher(version).matches() && version.compareTo(VERSIONS.get(0)) >= 0;
    }
}
