package io.github.mcpconnectors.shared.testing;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Messages of both eras, each request with an id of its own. */
public final class Rpc {

    /** The names of MCP's own fields in _meta begin so. */
    public static final String META = "io.modelcontextprotocol/";

    public static final String MODERN = "2026-07-28";
    public static final String LEGACY = "2025-11-25";

    /** What a client says that can put forms to a person. */
    public static final Map<String, ?> ASKABLE = Map.of("elicitation", Map.of("form", Map.of()));

    private static final AtomicInteger IDS = new AtomicInteger();

    private Rpc() {}

    /** A request of 2025-11-25 or before. */
    public static Map<String, Object> legacy(String method, Map<String, ?> params) {
        return Json.object("jsonrpc", "2.0", "id", IDS.incrementAndGet(), "method", method, "params", params);
    }

    public static Map<String, Object> initialize(String version, Map<String, ?> capabilities) {
        return legacy(
                "initialize",
                Map.of(
                        "protocolVersion",
                        version,
                        "capabilities",
                        capabilities,
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
    }

    /** A request of 2026-07-28 whose client can do nothing special. */
    public static Map<String, Object> modern(String method, Map<String, ?> params) {
        return modern(method, params, envelope(MODERN, Map.of()));
    }

    /** A request of 2026-07-28 that says this of itself in _meta. */
    public static Map<String, Object> modern(String method, Map<String, ?> params, Map<String, ?> meta) {
        Map<String, Object> all = Json.object("_meta", meta);
        all.putAll(params);
        return legacy(method, all);
    }

    /** What each request of 2026-07-28 has to say of itself; null leaves it out. */
    public static Map<String, Object> envelope(@Nullable Object version, @Nullable Object capabilities) {
        return Json.object(META + "protocolVersion", version, META + "clientCapabilities", capabilities);
    }

    public static Map<String, Object> notification(String method, Map<String, ?> params) {
        return Json.object("jsonrpc", "2.0", "method", method, "params", params);
    }

    /** The params of tools/call, with arguments given as name, value, name, value. */
    public static Map<String, Object> tool(String name, @Nullable Object... namesAndValues) {
        return Json.object("name", name, "arguments", Json.object(namesAndValues));
    }
}
