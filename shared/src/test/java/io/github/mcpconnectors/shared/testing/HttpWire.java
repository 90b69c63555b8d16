package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP endpoint of a server in a process of its own. Headers that belong to a message are added, unless a test says
 * otherwise: those that repeat its body in 2026-07-28, the session and its version before that.
 */
public final class HttpWire implements Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ADDRESS = Pattern.compile("Listening on (http://\\S+/mcp)\\s");
    private static final String SESSION_ID = "mcp-session-id";
    private static final String VERSION = "mcp-protocol-version";
    private static final Map<String, String> NAMED_BY = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private final ServerProcess server;
    private final URI address;
    private final Map<String, String> extra = new TreeMap<>();
    private final AtomicReference<@Nullable String> session;
    private @Nullable Talk listening;

    private HttpWire(ServerProcess server, URI address, AtomicReference<@Nullable String> session) {
        this.server = server;
        this.address = address;
        this.session = session;
    }

    /** Starts a server on a free port. */
    public static HttpWire start(Class<?> main, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--http";
        all[1] = "127.0.0.1:0";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        ServerProcess server = ServerProcess.start(main, all);
        server.awaitStderr("/mcp" + System.lineSeparator());
        Matcher address = ADDRESS.matcher(server.stderr());
        assertThat(address.find()).as(server.stderr()).isTrue();
        return new HttpWire(server, URI.create(address.group(1)), new AtomicReference<>());
    }

    /** Another client of the same server. */
    public HttpWire another() {
        return new HttpWire(server, address, new AtomicReference<>());
    }

    /** The same client, whose messages have this header as well, or instead of the one that belongs there. */
    public HttpWire with(String name, String value) {
        HttpWire other = new HttpWire(server, address, session);
        other.extra.putAll(extra);
        other.extra.put(name.toLowerCase(Locale.ROOT), value);
        return other;
    }

    /** The same client, whose messages do not have this header. */
    public HttpWire without(String name) {
        return with(name, "");
    }

    public ServerProcess server() {
        return server;
    }

    public URI address() {
        return address;
    }

    /** That the server gave this client in the handshake; null before that. */
    public @Nullable String sessionId() {
        return session.get();
    }

    @Override
    public HttpTalk send(Map<String, ?> message) {
        HttpTalk talk = send("POST", Json.text(message), headersOf(message));
        if ("initialize".equals(message.get("method")) && session.get() == null) {
            session.set(talk.headers().get(SESSION_ID));
        }
        return talk;
    }

    /** Sends a body that need not be a message. */
    public Reply post(String body) {
        return send("POST", body, Map.of()).reply();
    }

    /** Begins to listen to what the server says unasked (2025-11-25, Listening for Messages from the Server). */
    public HttpTalk get() {
        HttpTalk talk = send("GET", null, sessionHeaders());
        listening = talk;
        return talk;
    }

    /** Ends the session. */
    public Reply delete() {
        return send("DELETE", null, sessionHeaders()).reply();
    }

    private HttpTalk send(String method, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Map<String, String> all = new TreeMap<>(headers);
        all.put("accept", method.equals("GET") ? "text/event-stream" : "application/json, text/event-stream");
        all.put("content-type", "application/json");
        all.putAll(extra);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return new HttpTalk(CLIENT, request.build());
    }

    private Map<String, String> headersOf(Map<String, ?> message) {
        Object params = message.get("params");
        Object meta = params == null ? null : Reply.at(params, "_meta");
        Object version = meta instanceof Map<?, ?> map ? map.get(Rpc.META + "protocolVersion") : null;
        Map<String, String> headers = new TreeMap<>();
        if (!(version instanceof String text)) {
            return "initialize".equals(message.get("method")) ? headers : sessionHeaders();
        }
        String method = String.valueOf(message.get("method"));
        headers.put(VERSION, text);
        headers.put("mcp-method", method);
        String naming = NAMED_BY.get(method);
        if (naming != null && Reply.at(params, naming) instanceof String name) {
            headers.put("mcp-name", name);
        }
        return headers;
    }

    private Map<String, String> sessionHeaders() {
        String id = session.get();
        return id == null ? Map.of() : Map.of(SESSION_ID, id, VERSION, Rpc.LEGACY);
    }

    @Override
    public Map<String, Object> unasked() {
        Talk stream = listening == null ? get() : listening;
        return stream.next();
    }

    @Override
    public void awaitStderr(String text) {
        server.awaitStderr(text);
    }

    /** Ends the server, for all its clients. */
    @Override
    public void close() {
        server.close();
    }
}
