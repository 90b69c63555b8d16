package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Talk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server on its pipe, with a client of each era that is subscribed to one resource. */
final class Subscriptions implements AutoCloseable {

    private static final String UPDATED = "notifications/resources/updated";

    private final StdioWire wire;
    private final String uri;
    private final Talk modern;

    private Subscriptions(StdioWire wire, String uri) {
        this.wire = wire;
        this.uri = uri;
        wire.ask(Rpc.initialize(Rpc.LEGACY, Map.of())).result();
        wire.ask(Rpc.legacy("resources/subscribe", Map.of("uri", uri))).result();
        modern = wire.send(Rpc.modern(
                "subscriptions/listen", Map.of("notifications", Map.of("resourceSubscriptions", List.of(uri)))));
        assertThat(Reply.at(modern.next(), "params", "notifications", "resourceSubscriptions"))
                .isEqualTo(List.of(uri));
    }

    static Subscriptions start(Path root, String uri) {
        return new Subscriptions(StdioWire.start(GitServer.class, root.toString()), uri);
    }

    /** Waits until both clients were told, and the resource holds this text. */
    void awaitUpdate(String text) {
        do {
            assertThat(wire.unasked()).isEqualTo(Rpc.notification(UPDATED, Map.of("uri", uri)));
            Map<String, Object> message = modern.next();
            assertThat(message).containsEntry("method", UPDATED);
            assertThat(Reply.at(message, "params", "uri")).isEqualTo(uri);
        } while (!read().contains(text));
    }

    /** The contents, or the error. */
    String read() {
        return String.valueOf(
                wire.ask(Rpc.modern("resources/read", Map.of("uri", uri))).answer());
    }

    /** Whether nobody was told anything until now. */
    boolean silent() {
        return wire.server().silent();
    }

    @Override
    public void close() {
        wire.close();
    }
}
