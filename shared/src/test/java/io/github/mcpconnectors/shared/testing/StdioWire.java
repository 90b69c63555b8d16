package io.github.mcpconnectors.shared.testing;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The pipe of a server in a process of its own. Several threads may send, one may read. */
public final class StdioWire implements Wire {

    private final ServerProcess server;
    private final Map<Object, LineTalk> open = new LinkedHashMap<>();
    private final Queue<Map<String, Object>> unasked = new ArrayDeque<>();

    private StdioWire(ServerProcess server) {
        this.server = server;
    }

    public static StdioWire start(Class<?> main, String... arguments) {
        return new StdioWire(ServerProcess.start(main, arguments));
    }

    public ServerProcess server() {
        return server;
    }

    @Override
    public Talk send(Map<String, ?> message) {
        Object id = message.containsKey("method") ? message.get("id") : null;
        LineTalk talk = new LineTalk(id);
        if (id != null) {
            synchronized (open) {
                open.put(id, talk);
            }
        }
        server.send(Json.text(message));
        return talk;
    }

    @Override
    public Map<String, Object> unasked() {
        while (unasked.isEmpty()) {
            read();
        }
        return unasked.remove();
    }

    @Override
    public void awaitStderr(String text) {
        server.awaitStderr(text);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Hands the next message to the request that it belongs to; to all, if it does not say to which. */
    private void read() {
        Map<String, Object> message = Reply.object(server.next());
        synchronized (open) {
            if (!message.containsKey("method")) {
                LineTalk asked = open.remove(message.get("id"));
                if (asked == null) {
                    throw new AssertionError("This answers nothing: " + message);
                }
                asked.answer(message);
                return;
            }
            Map<String, Object> params = Reply.object(message.get("params"));
            Object id =
                    Reply.at(params, "_meta") == null ? null : Reply.at(params, "_meta", Rpc.META + "subscriptionId");
            LineTalk talk = open.get(id == null ? params.get("requestId") : id);
            if (talk != null) {
                talk.unread.add(message);
            } else if ("notifications/resources/updated".equals(message.get("method"))) {
                unasked.add(message);
            } else {
                open.values().forEach(each -> each.unread.add(message));
            }
        }
    }

    private final class LineTalk implements Talk {

        private final @Nullable Object id;
        private final Queue<Map<String, Object>> unread = new ArrayDeque<>();
        private boolean ended;

        /** The id is null where nothing comes back. */
        LineTalk(@Nullable Object id) {
            this.id = id;
            this.ended = id == null;
        }

        private void answer(Map<String, Object> message) {
            unread.add(message);
            ended = true;
        }

        @Override
        public Map<String, Object> next() {
            while (unread.isEmpty()) {
                read();
            }
            return unread.remove();
        }

        @Override
        public Reply reply() {
            while (!ended) {
                read();
            }
            List<Map<String, Object>> messages = new ArrayList<>(unread);
            unread.clear();
            return new Reply(messages, 0, Map.of());
        }

        @Override
        public boolean silent() {
            return unread.isEmpty();
        }

        @Override
        public void cancel() {
            synchronized (open) {
                open.remove(id);
            }
            send(Rpc.notification("notifications/cancelled", Json.object("requestId", id)));
        }
    }
}
