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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open subscriptions/listen requests of this process (2026-07-28, Subscriptions); they hold no thread. */
final class Listeners {

    private static final int MOST_OBJECTS = 1_000;
    private static final int MOST_LISTENERS = 10_000;

    private final Watches watches;
    private final @Nullable Tasks tasks;
    private final Results results;
    private final Set<Listener> open = ConcurrentHashMap.newKeySet();

    Listeners(Watches watches, @Nullable Tasks tasks, Results results) {
        this.watches = watches;
        this.tasks = tasks;
        this.results = results;
    }

    /** Begins to listen; the exchange is answered when it ends. */
    void listen(Exchange exchange, Envelope envelope) {
        Params filter = exchange.request().params().object("notifications");
        Set<String> uris = texts(filter, "resourceSubscriptions");
        Set<String> taskIds = texts(filter, "taskIds");
        if (!taskIds.isEmpty()) {
            envelope.requireExtension(Tasks.EXTENSION);
        }
        if (!exchange.canSend()) {
            throw new RpcError(RpcError.INVALID_REQUEST, "Accept must allow text/event-stream").withStatus(406);
        }
        if (open.size() >= MOST_LISTENERS) {
            throw new RpcError(RpcError.INTERNAL_ERROR, "Too many clients listen here already").withStatus(503);
        }
        Listener listener = new Listener(exchange);
        open.add(listener);
        exchange.cancellation().onCancel(() -> {
            open.remove(listener);
            listener.close();
        });
        listener.begin(uris, taskIds);
    }

    private static Set<String> texts(Params filter, String name) {
        Object texts = filter.values().get(name);
        Set<String> distinct = new LinkedHashSet<>();
        if (texts == null) {
            return distinct;
        }
        if (!(texts instanceof List<?> list) || list.size() > MOST_OBJECTS) {
            throw noTexts(name);
        }
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw noTexts(name);
            }
            distinct.add(text);
        }
        return distinct;
    }

    private static RpcError noTexts(String name) {
        return RpcError.invalidParams(
                "params.notifications." + name + " must be a list of at most " + MOST_OBJECTS + " texts");
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
        synchronized void begin(Set<String> uris, Set<String> taskIds) {
            List<String> honoured = uris.stream().filter(this::subscribe).toList();
            List<Task> followed = taskIds.stream().flatMap(this::follow).toList();
            Map<String, Object> filter = Json.object(
                    "resourceSubscriptions",
                    uris.isEmpty() ? null : honoured,
                    "taskIds",
                    taskIds.isEmpty() ? null : followed.stream().map(Task::id).toList());
            notify("notifications/subscriptions/acknowledged", Json.object("notifications", filter));
            // It may have ended between its handle and here.
            followed.forEach(this::changed);
        }

        /** False where there is nothing that this client could be told about. */
        private boolean subscribe(String uri) {
            if (closed) {
                return false;
            }
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

        /** Nothing where this client has no such task. */
        private Stream<Task> follow(String id) {
            Task task = tasks == null || closed ? null : tasks.find(id, exchange.caller());
            if (tasks != null && task != null) {
                subscriptions.add(tasks.follow(task, this::changed));
            }
            return Stream.ofNullable(task);
        }

        private synchronized void changed(Task task) {
            notify("notifications/tasks", task.details());
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
