package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Talk;
import java.util.List;
import java.util.Map;

/** A server on its pipe, with a client of each era that may subscribe to resources. */
final class Subscriptions implements AutoCloseable {

    private static final String UPDATED = "notifications/resources/updated";

    private final StdioWire wire;

    private Subscriptions(StdioWire wire) {
        this.wire = wire;
    }

    static Subscriptions start(String... arguments) {
        StdioWire wire = StdioWire.start(PostgresServer.class, arguments);
        wire.ask(Rpc.initialize(Rpc.LEGACY, Map.of())).result();
        return new Subscriptions(wire);
    }

    StdioWire wire() {
        return wire;
    }

    /** As clients until 2025-11-25. */
    Reply subscribe(String uri) {
        return wire.ask(Rpc.legacy("resources/subscribe", Map.of("uri", uri)));
    }

    void unsubscribe(String uri) {
        wire.ask(Rpc.legacy("resources/unsubscribe", Map.of("uri", uri))).result();
    }

    /** Waits for a note to the client that subscribed. */
    void awaitUpdate(String uri) {
        assertThat(wire.unasked()).isEqualTo(Rpc.notification(UPDATED, Map.of("uri", uri)));
    }

    /** As clients of 2026-07-28; what the server agreed to follow must be these. */
    Talk listen(List<String> asked, List<String> agreed) {
        Talk talk = wire.send(
                Rpc.modern("subscriptions/listen", Map.of("notifications", Map.of("resourceSubscriptions", asked))));
        assertThat(Reply.at(talk.next(), "params", "notifications", "resourceSubscriptions"))
                .isEqualTo(agreed);
        return talk;
    }

    Talk listen(String uri) {
        return listen(List.of(uri), List.of(uri));
    }

    static void awaitUpdate(Talk talk, String uri) {
        Map<String, Object> message = talk.next();
        assertThat(message).containsEntry("method", UPDATED);
        assertThat(Reply.at(message, "params", "uri")).isEqualTo(uri);
    }

    /** The text of a resource. */
    String read(String uri) {
        return String.valueOf(
                wire.ask(Rpc.modern("resources/read", Map.of("uri", uri))).result("contents", 0, "text"));
    }

    /** Reads the resource until it holds this text: notes that come in together may be told of one by one. */
    void awaitText(String uri, String text) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!read(uri).contains(text) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(read(uri)).contains(text);
    }

    @Override
    public void close() {
        wire.close();
    }
}
