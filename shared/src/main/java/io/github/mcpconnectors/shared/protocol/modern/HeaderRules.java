package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.protocol.RpcError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the headers of a request to the body that they repeat. Balancers and gateways decide by headers, the server by the
 * body: whoever could make the two differ would get past them.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#server-validation">
 *     Server Validation</a>
 */
public final class HeaderRules {

    /** Which param Mcp-Name repeats (SEP-2663 for tasks). */
    private static final Map<String, String> NAMED_BY = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    /** Enough of a value to recognise it. */
    private static final int SHOWN_CHARS = 100;

    private final Function<String, List<String>> headers;

    /** @param headers all lines of the header with that name, whatever its letter case; empty where there is none */
    public HeaderRules(Function<String, List<String>> headers) {
        this.headers = headers;
    }

    /** MCP-Protocol-Version; apart from the rest, since whether we speak that version is said in between. */
    public void checkVersion(Map<?, ?> params) {
        Object version = at(params, List.of("_meta", Meta.PROTOCOL_VERSION));
        plain(new Mirror("MCP-Protocol-Version", "params._meta." + Meta.PROTOCOL_VERSION, text(version)));
    }

    /**
     * Mcp-Method, Mcp-Name and Mcp-Param-*.
     *
     * @param parameters of the tool that is called, from path in the arguments to name; empty for all else
     */
    public void check(String method, Map<?, ?> params, Map<List<String>, String> parameters) {
        plain(new Mirror("Mcp-Method", "method", method));
        String naming = NAMED_BY.get(method);
        if (naming != null) {
            encoded(new Mirror("Mcp-Name", "params." + naming, text(params.get(naming))));
        }
        parameters.forEach((path, name) -> {
            List<String> full = new ArrayList<>(path);
            full.add(0, "arguments");
            encoded(new Mirror("Mcp-Param-" + name, "params." + String.join(".", full), scalar(at(params, full))));
        });
    }

    /** A header, the place in the body that it repeats, and the value there; null where there is none to repeat. */
    private record Mirror(
            String header, String source, @Nullable Object value) {

        RpcError mismatch(String problem) {
            return new RpcError(Codes.HEADER_MISMATCH, "Header mismatch: " + header + " " + problem + " " + remedy());
        }

        private String remedy() {
            if (value == null) {
                return "The body has no such value at " + source + ": leave the header out, or put it there too.";
            }
            String line = header + ": " + HeaderValue.encode(value.toString());
            return "Send what " + source + " of the body says: \"" + Clip.line(line, SHOWN_CHARS) + "\".";
        }
    }

    private void plain(Mirror mirror) {
        compare(mirror, line(mirror));
    }

    private void encoded(Mirror mirror) {
        String line = line(mirror);
        String value = line == null ? null : HeaderValue.decode(line);
        if (line != null && value == null) {
            throw mirror.mismatch("is not base64 of UTF-8 between =?base64? and ?=.");
        }
        compare(mirror, value);
    }

    private static void compare(Mirror mirror, @Nullable String given) {
        Object value = mirror.value();
        if (given == null && value != null) {
            throw mirror.mismatch("is missing.");
        }
        if (given != null && (value == null || !HeaderValue.same(given, value))) {
            // Encoded, since a base64 value may hold control characters.
            throw mirror.mismatch("is \"" + Clip.line(HeaderValue.encode(given), SHOWN_CHARS) + "\".");
        }
    }

    private @Nullable String line(Mirror mirror) {
        List<String> lines = headers.apply(mirror.header());
        if (lines.size() > 1) {
            throw mirror.mismatch("is there " + lines.size() + " times; send it once.");
        }
        String line = lines.isEmpty() ? null : HeaderValue.trim(lines.get(0));
        if (line != null && !HeaderValue.isAllowed(line)) {
            throw mirror.mismatch("has characters other than visible ASCII, space and tab.");
        }
        return line;
    }

    private static @Nullable Object at(Map<?, ?> params, List<String> path) {
        Object value = params;
        for (String name : path) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /** What no header can repeat, an object or a list, is left to the schema, which refuses it where it says what is right. */
    private static @Nullable Object scalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value : null;
    }
}
