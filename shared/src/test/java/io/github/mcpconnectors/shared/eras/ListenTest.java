package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.META;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.notification;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.testing.HttpTalk;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Talk;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that listen (Subscriptions), L1. */
class ListenTest {

    private static Map<String, Object> listen(String... names) {
        List<String> uris = new ArrayList<>();
        for (String name : names) {
            uris.add("sample://counters/" + name);
        }
        return modern("subscriptions/listen", Map.of("notifications", Map.of("resourceSubscriptions", uris)));
    }

    private static void bump(Wire wire, String name) {
        wire.ask(modern("tools/call", tool("bump", "name", name))).result();
    }

    private static void isAbout(Map<String, Object> message, Map<String, Object> request, String name) {
        assertThat(message)
                .containsEntry("method", "notifications/resources/updated")
                .containsEntry(
                        "params",
                        Map.of(
                                "uri",
                                "sample://counters/" + name,
                                "_meta",
                                Map.of(META + "subscriptionId", request.get("id"))));
    }

    @OverBoth
    void theFirstMessageSaysWhatWillBeTold(Wire wire) {
        Map<String, Object> request = modern(
                "subscriptions/listen",
                Map.of(
                        "notifications",
                        Map.of(
                                "toolsListChanged",
                                true,
                                "resourceSubscriptions",
                                List.of(
                                        "sample://counters/ack",
                                        "sample://counters/ack",
                                        "sample://counters/hidden",
                                        "sample://greeting",
                                        "other://x"))));
        Talk talk = wire.send(request);
        assertThat(talk.next())
                .containsEntry("method", "notifications/subscriptions/acknowledged")
                .containsEntry(
                        "params",
                        Map.of(
                                "notifications",
                                Map.of("resourceSubscriptions", List.of("sample://counters/ack")),
                                "_meta",
                                Map.of(META + "subscriptionId", request.get("id"))));
        talk.cancel();
        Talk nothing = wire.send(modern("subscriptions/listen", Map.of("notifications", Map.of())));
        assertThat(Reply.at(nothing.next(), "params", "notifications")).isEqualTo(Map.of());
        nothing.cancel();
    }

    @OverBoth
    void eachListenerIsToldWhatItAskedForAndNothingElse(Wire wire) {
        Map<String, Object> first = listen("one");
        Map<String, Object> second = listen("one", "two");
        second.put("id", "a text");
        Talk one = wire.send(first);
        Talk two = wire.send(second);
        one.next();
        two.next();
        bump(wire, "two");
        isAbout(two.next(), second, "two");
        bump(wire, "three");
        bump(wire, "one");
        isAbout(one.next(), first, "one");
        isAbout(two.next(), second, "one");
        assertThat(one.silent()).isTrue();
        one.cancel();
        bump(wire, "one");
        isAbout(two.next(), second, "one");
        two.cancel();
    }

    /** Until 2025-11-25, and beside a listener of 2026-07-28. */
    @OverBoth
    void sessionsAreToldUnasked(Wire wire) {
        Map<String, Object> request = listen("both");
        Talk talk = wire.send(request);
        talk.next();
        Map<String, Object> uri = Map.of("uri", "sample://counters/both");
        assertThat(wire.ask(legacy("resources/subscribe", uri)).result()).isEqualTo(Map.of());
        bump(wire, "both");
        isAbout(talk.next(), request, "both");
        assertThat(wire.unasked()).isEqualTo(notification("notifications/resources/updated", uri));
        wire.ask(legacy("resources/unsubscribe", uri)).result();
        bump(wire, "both");
        isAbout(talk.next(), request, "both");
        talk.cancel();
    }

    @OverBoth
    void aWrongFilterIsRefused(Wire wire) {
        for (Object notifications : List.of(
                5,
                List.of(),
                Map.of("resourceSubscriptions", "sample://counters/a"),
                Map.of("resourceSubscriptions", List.of(5)),
                Map.of("resourceSubscriptions", Collections.nCopies(1_001, "sample://counters/a")))) {
            wire.ask(modern("subscriptions/listen", Map.of("notifications", notifications)))
                    .error(-32602, 200);
        }
    }

    /** On stdio: PipeTest. */
    @Test
    void aServerThatEndsTellsItsListeners() {
        try (HttpWire wire = HttpWire.start(SampleServer.class)) {
            Map<String, Object> request = listen("end");
            HttpTalk talk = wire.send(request);
            assertThat(talk.headers()).containsEntry("content-type", "text/event-stream");
            talk.next();
            ProcessHandle.of(wire.server().pid()).orElseThrow().destroy();
            Reply reply = talk.reply();
            assertThat(reply.messages()).hasSize(1);
            assertThat(reply.answer()).containsEntry("id", request.get("id"));
            assertThat(reply.result("resultType")).isEqualTo("complete");
            assertThat(reply.result("_meta", META + "subscriptionId")).isEqualTo(request.get("id"));
            assertThat(wire.server().exitCode()).isEqualTo(143);
        }
    }
}
