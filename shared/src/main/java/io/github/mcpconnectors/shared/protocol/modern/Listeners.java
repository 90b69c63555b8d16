package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.Watches;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open subscriptions/listen requests of this process (2026-07-28, Subscriptions); they hold no thread. */
final class Listeners {

    private static final int MOST_RESOURCES = 1_000;
    private static final int MOST_LISTENERS = 10_000;

    private final Watches watches;
    private final Results results;
    private final Set<Listener> open = ConcurrentHashMap.newKeySet();

    Listeners(Watches watches, Results results) {
        this.watches = watches;
        this.results = results;
    }

    /** Begins to listen; the exchange is answered when it ends. */
    void listen(Exchange exchange) {
        Set<String> uris = uris(exchange.request().params().object("notifications"));
        if (open.size() >= MOST_LISTENERS) {
            throw new RpcError(RpcError.INTERNAL_ERROR, "Too many clients listen here already").withStatus(503);
        }
        Listener listener = new Listener(exchange);
        open.add(listener);
        exchange.cancellation().onCancel(() -> {
            open.remove(listener);
            listener.close();
        });
        listener.begin(uris);
    }

    private static Set<String> uris(Params filter) {
        Object uris = filter.values().get("resourceSubscriptions");
        Set<String> distinct = new LinkedHashSet<>();
        if (uris == null) {
            return distinct;
        }
        if (!(uris instanceof List<?> list) || list.size() > MOST_RESOURCES) {
            throw wrongUris();
        }
        for (Object uri : list) {
            if (!(uri instanceof String text)) {
                throw wrongUris();
            }
            distinct.add(text);
        }
        return distinct;
    }

    private static RpcError wrongUris() {
        return RpcError.invalidParams(
                "params.notifications.resourceSubscriptions must be a list of at most " + MOST_RESOURCES + " URIs");
    }

    /** Ends all, telling each client that it was on purpose. */
    void endAll() {
        List.copyOf(open).forEach(Listener::end);
        open.clear();
    }

    /** One such request. */
    private final class Listener {

        private final Exchange exchange;
        private final Map<String, Object> meta;
        private final List<Watch> subscriptions = new ArrayList<>();
        private boolean closed;

        Listener(Exchange exchange) {
            this.exchange = exchange;
            this.meta = Json.object(Meta.SUBSCRIPTION_ID, exchange.request().id());
        }

        /** What changes meanwhile is told after the acknowledgement, which comes first. */
        synchronized void begin(Set<String> uris) {
            List<String> honoured = new ArrayList<>();
            for (String uri : uris) {
                if (!closed && subscribe(uri)) {
                    honoured.add(uri);
                }
            }
            Map<String, Object> filter = Json.object("resourceSubscriptions", uris.isEmpty() ? null : honoured);
            notify("notifications/subscriptions/acknowledged", Json.object("notifications", filter));
        }

        /** False where there is nothing that this client could be told about. */
        private boolean subscribe(String uri) {
            try {
                subscriptions.add(watches.subscribe(uri, exchange.caller(), this::updated));
                return true;
            } catch (RpcError e) {
                return false;
            }
        }

        private synchronized void updated(String uri) {
            notify("notifications/resources/updated", Json.object("uri", uri));
        }

        private void notify(String method, Map<String, Object> params) {
            Map<String, Object> tagged = Json.object("_meta", meta);
            tagged.putAll(params);
            exchange.send(Message.notification(method, tagged));
        }

        synchronized void close() {
            closed = true;
            subscriptions.forEach(Watch::close);
            subscriptions.clear();
        }

        void end() {
            close();
            if (exchange.headers() == null) {
                // On a pipe, where no stream can be closed (2026-07-28, Cancellation).
                exchange.send(Message.notification(
                        "notifications/cancelled",
                        Json.object("requestId", exchange.request().id())));
            }
            exchange.result(results.complete(exchange.request().method(), Json.object("_meta", meta)));
        }
    }
}
