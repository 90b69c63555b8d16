package io.github.mcpconnectors.shared.transport.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What web pages of an allowed origin need to be told by the server before a browser lets them use it. */
final class Cors {

    static final String METHODS = "POST, GET, DELETE, OPTIONS";

    private static final String HEADERS = "Content-Type, Accept, Authorization, Last-Event-ID,"
            + " MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name";

    /** Tools name headers of their own (2026-07-28, Streamable HTTP, Custom Headers). */
    private static final Pattern PARAMETER = Pattern.compile("(?i)mcp-param-[!#$%&'*+.^_`|~a-z0-9-]+");

    private Cors() {}

    /** For every answer. */
    static void expose(HttpFields request, HttpFields.Mutable response) {
        String origin = request.get(HttpHeader.ORIGIN);
        if (origin != null) {
            response.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.put(HttpHeader.VARY, "Origin");
            response.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, "Mcp-Session-Id, WWW-Authenticate");
        }
    }

    /** For the answer to OPTIONS. */
    static Map<String, String> preflight(HttpFields request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Allow", METHODS);
        if (request.contains(HttpHeader.ORIGIN)) {
            Stream<String> parameters = request.getCSV(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS, false).stream()
                    .filter(name -> PARAMETER.matcher(name).matches());
            headers.put("Access-Control-Allow-Methods", METHODS);
            headers.put(
                    "Access-Control-Allow-Headers",
                    Stream.concat(Stream.of(HEADERS), parameters).collect(Collectors.joining(", ")));
            headers.put("Access-Control-Max-Age", "600");
        }
        return headers;
    }
}
