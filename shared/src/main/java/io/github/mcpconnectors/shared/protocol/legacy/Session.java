package io.github.mcpconnectors.shared.protocol.legacy;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.protocol.ClientCapabilities;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.ExchangePeer;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.Peer;
import io.github.mcpconnectors.shared.protocol.Responder;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client of protocol 2025-11-25 or before: the process on stdio, a session over HTTP, or, for clients that get no
 * session, one request. What it said in its handshake holds until it is closed.
 */
public final class Session implements Responder {

    /** More than any client needs, few enough to keep. */
    private static final int MOST_SUBSCRIPTIONS = 1_000;

    private final Methods methods;
    private final @Nullable Consumer<Map<String, Object>> outbox;
    private final Map<String, Methods.Method> handlers;
    private final Questions questions = new Questions();
    private final Map<String, Watch> subscriptions = new HashMap<>();
    private volatile @Nullable ClientCapabilities client;
    private volatile Severity threshold = Severity.INFO;
    private boolean closed;

    private Session(Methods methods, @Nullable Consumer<Map<String, Object>> outbox) {
        this.methods = methods;
        this.outbox = outbox;
        this.handlers = new LinkedHashMap<>(methods.all());
        handlers.put("ping", (params, peer) -> Map.of());
        handlers.put("logging/setLevel", (params, peer) -> setLevel(params));
        if (outbox != null && methods.hasWatches()) {
            handlers.put("resources/subscribe", this::subscribe);
            handlers.put("resources/unsubscribe", (params, peer) -> unsubscribe(params));
        }
    }

    /**
     * A session that begins with a handshake.
     *
     * @param outbox takes notifications that belong to no request; does not block
     */
    public static Session begin(Methods methods, Consumer<Map<String, Object>> outbox) {
        return new Session(methods, outbox);
    }

    /** For a request that comes alone: nothing is known of the client, so it cannot be asked and cannot subscribe. */
    public static Session without(Methods methods) {
        Session session = new Session(methods, null);
        session.client = ClientCapabilities.NONE;
        return session;
    }

    @Override
    public Map<String, Object> respond(Exchange exchange) {
        String method = exchange.request().method();
        if (method.equals("initialize")) {
            return initialize(exchange.request().params());
        }
        if (client == null && !method.equals("ping")) {
            throw new RpcError(RpcError.INVALID_REQUEST, "Send initialize first");
        }
        Methods.Method handler = handlers.get(method);
        if (handler == null) {
            throw new RpcError(
                    RpcError.METHOD_NOT_FOUND,
                    "There is no method \"" + method + "\" here." + Nearest.hint(method, handlers.keySet()));
        }
        return handler.handle(exchange.request().params(), new SessionPeer(exchange));
    }

    private synchronized Map<String, Object> initialize(Params params) {
        if (client != null && outbox != null) {
            throw new RpcError(RpcError.INVALID_REQUEST, "This session is initialized already");
        }
        Handshake handshake = Handshake.read(params);
        if (outbox != null) {
            client = handshake.capabilities();
        }
        return Json.object(
                "protocolVersion",
                Versions.agree(handshake.version()),
                "capabilities",
                methods.capabilities(outbox != null),
                "serverInfo",
                methods.serverInfo(),
                "instructions",
                methods.instructions());
    }

    private Map<String, Object> setLevel(Params params) {
        threshold = params.severity("level");
        return Map.of();
    }

    private Map<String, Object> subscribe(Params params, Peer peer) {
        String uri = params.text("uri");
        synchronized (subscriptions) {
            if (closed || subscriptions.containsKey(uri)) {
                return Map.of();
            }
            if (subscriptions.size() >= MOST_SUBSCRIPTIONS) {
                throw RpcError.invalidParams(
                        "There are " + MOST_SUBSCRIPTIONS + " subscriptions already; end some with unsubscribe");
            }
            subscriptions.put(uri, methods.watches().subscribe(uri, peer.caller(), this::updated));
        }
        return Map.of();
    }

    private Map<String, Object> unsubscribe(Params params) {
        synchronized (subscriptions) {
            Watch watch = subscriptions.remove(params.text("uri"));
            if (watch != null) {
                watch.close();
            }
        }
        return Map.of();
    }

    private void updated(String uri) {
        if (outbox != null) {
            outbox.accept(Message.notification("notifications/resources/updated", Json.object("uri", uri)));
        }
    }

    /** The client's answer to a question of ours. */
    public void accept(Message.Response response) {
        questions.answer(response);
    }

    /** Ends its subscriptions and gives its open questions up. */
    public void close() {
        questions.close();
        synchronized (subscriptions) {
            closed = true;
            subscriptions.values().forEach(Watch::close);
            subscriptions.clear();
        }
    }

    /** The client of this session, as one request sees it. */
    private final class SessionPeer extends ExchangePeer {

        SessionPeer(Exchange exchange) {
            super(exchange);
        }

        @Override
        public boolean listensTo(Severity severity) {
            return severity.compareTo(threshold) >= 0;
        }

        @Override
        public boolean can(InputRequest request) {
            return client != null && client.can(request) && exchange.canSend();
        }

        @Override
        public RuntimeException refusal(InputRequest request, String why) {
            return new ToolException(Reason.DENIED, why);
        }

        @Override
        public Map<String, Map<?, ?>> ask(Map<String, InputRequest> requests, boolean sealed) {
            Map<String, Map<?, ?>> answers = new LinkedHashMap<>();
            requests.forEach((key, request) -> answers.put(key, questions.ask(exchange, request)));
            return answers;
        }
    }
}
