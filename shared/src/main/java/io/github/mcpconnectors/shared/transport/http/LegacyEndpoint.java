package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.legacy.Session;
import io.github.mcpconnectors.shared.protocol.modern.Codes;
import io.github.mcpconnectors.shared.protocol.modern.Era;
import io.github.mcpconnectors.shared.settings.HttpSettings.Legacy;
import io.github.mcpconnectors.shared.transport.Calls;
import java.util.List;
import java.util.Map;

/**
 * Clients of 2025-11-25 and before over HTTP (2025-11-25, Streamable HTTP). With sessions, each has to reach the process
 * that holds its session; without, any node answers, but nobody can be asked and nobody can subscribe.
 */
final class LegacyEndpoint {

    private static final String SESSION_ID = "Mcp-Session-Id";

    private final Methods methods;
    private final Calls calls;
    private final Legacy mode;
    private final HttpSessions sessions;

    LegacyEndpoint(Methods methods, Calls calls, Legacy mode, HttpSessions sessions) {
        this.methods = methods;
        this.calls = calls;
        this.mode = mode;
        this.sessions = sessions;
    }

    void request(HttpExchange exchange) {
        switch (mode) {
            case OFF -> throw refusal(exchange);
            case STATELESS -> calls.start(exchange, Session.without(methods));
            case SESSIONS -> {
                if (exchange.request().method().equals("initialize")) {
                    begin(exchange);
                } else {
                    inSession(exchange);
                }
            }
        }
    }

    /** Says which version to speak, unless the request does not say which one it speaks (2026-07-28, Server Validation). */
    private static RpcError refusal(HttpExchange exchange) {
        Object asked = exchange.request().params().values().get("protocolVersion");
        List<String> header = exchange.in().header("MCP-Protocol-Version");
        if (asked instanceof String version && exchange.request().method().equals("initialize")) {
            return Era.unsupported(version);
        }
        return header.isEmpty()
                ? new RpcError(Codes.HEADER_MISMATCH, "The header MCP-Protocol-Version is missing; see server/discover")
                        .withStatus(400)
                : Era.unsupported(header.get(0));
    }

    private void begin(HttpExchange exchange) {
        HttpSession session = sessions.create(exchange.caller());
        // At once, so that no heartbeat can open a stream before the id is sent.
        calls.run(exchange, asked -> {
            Map<String, Object> result = session.session().respond(asked);
            // Only now, and before the client can know of it.
            sessions.add(session);
            exchange.answerHeader(SESSION_ID, session.id());
            return result;
        });
    }

    private void inSession(HttpExchange exchange) {
        HttpSession session = session(exchange.in());
        if (!exchange.join(session.inFlight())) {
            throw new RpcError(RpcError.INVALID_REQUEST, "A request with this id is still being worked on")
                    .withStatus(400);
        }
        if (session.closed()) {
            throw unknownSession();
        }
        calls.start(exchange, session.session());
    }

    void notification(Message.Notification notification, Incoming in, Reply reply) {
        if (mode == Legacy.SESSIONS) {
            HttpSession session = session(in);
            if (notification.method().equals("notifications/cancelled")) {
                session.inFlight().cancel(notification.params().values().get("requestId"));
            }
        }
        reply.empty(202, Map.of());
    }

    void response(Message.Response response, Incoming in, Reply reply) {
        if (mode != Legacy.SESSIONS) {
            throw new RpcError(RpcError.INVALID_REQUEST, "Nothing was asked here that this could answer")
                    .withStatus(400);
        }
        session(in).session().accept(response);
        reply.empty(202, Map.of());
    }

    /** Opens the stream on which the server speaks unasked. */
    void listen(Incoming in, Reply reply) {
        requireSessions();
        if (!reply.acceptsStream()) {
            throw new RpcError(RpcError.INVALID_REQUEST, "Accept must allow text/event-stream").withStatus(406);
        }
        if (!session(in).listen(reply)) {
            throw unknownSession();
        }
    }

    void end(Incoming in, Reply reply) {
        requireSessions();
        sessions.end(session(in));
        reply.empty(204, Map.of());
    }

    private void requireSessions() {
        if (mode != Legacy.SESSIONS) {
            throw new RpcError(RpcError.INVALID_REQUEST, "There are no sessions here; send a POST").withStatus(405);
        }
    }

    private HttpSession session(Incoming in) {
        List<String> ids = in.header(SESSION_ID);
        if (ids.size() != 1) {
            throw new RpcError(
                            RpcError.INVALID_REQUEST, "The header " + SESSION_ID + " is missing; send initialize first")
                    .withStatus(400);
        }
        HttpSession session = sessions.find(ids.get(0), in.caller());
        if (session == null) {
            throw unknownSession();
        }
        return session;
    }

    /** The client has to begin anew (2025-11-25, Session Management). */
    private static RpcError unknownSession() {
        return new RpcError(RpcError.INVALID_REQUEST, "There is no such session; send initialize again")
                .withStatus(404);
    }

    /** Ends what would last for ever, and leaves the requests that are being worked on. */
    void stopListening() {
        sessions.stopListening();
    }
}
