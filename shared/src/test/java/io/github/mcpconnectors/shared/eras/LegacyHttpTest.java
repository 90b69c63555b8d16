package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.LEGACY;
import static io.github.mcpconnectors.shared.testing.Rpc.initialize;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.notification;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.HttpTalk;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients of 2025-11-25 and before over HTTP, with sessions (2025-11-25, Streamable HTTP). */
class LegacyHttpTest {

    private static HttpWire server;

    @BeforeAll
    static void start() {
        server = HttpWire.start(SampleServer.class, "--write");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A client with a session of its own. */
    private static HttpWire client() {
        HttpWire client = server.another();
        client.ask(initialize(LEGACY, ASKABLE)).result();
        assertThat(client.ask(notification("notifications/initialized", Map.of()))
                        .status())
                .isEqualTo(202);
        return client;
    }

    @Test
    void sessionIdsCannotBeGuessed() {
        String one = Objects.requireNonNull(client().sessionId());
        String other = Objects.requireNonNull(client().sessionId());
        // 128 bits are 22 letters of base64.
        assertThat(one).matches("[A-Za-z0-9_-]{22,}").isNotEqualTo(other);
        assertThat(one.substring(0, 8)).isNotEqualTo(other.substring(0, 8));
    }

    @Test
    void aBrokenHandshakeBeginsNoSession() {
        HttpWire client = server.another();
        Reply reply = client.ask(legacy("initialize", Map.of("protocolVersion", LEGACY)));
        reply.error(-32600, 200);
        assertThat(client.sessionId()).isNull();
    }

    @Test
    void withoutTheIdOfASessionNothingIsServed() {
        HttpWire lost = server.another();
        for (Map<String, Object> message : messages()) {
            lost.ask(message).error(-32600, 400);
        }
        assertThat(lost.get().status()).isEqualTo(400);
        assertThat(lost.delete().status()).isEqualTo(400);
        HttpWire unknown = lost.with("Mcp-Session-Id", "x".repeat(43));
        for (Map<String, Object> message : messages()) {
            unknown.ask(message).error(-32600, 404);
        }
        assertThat(unknown.get().status()).isEqualTo(404);
        assertThat(unknown.delete().status()).isEqualTo(404);
    }

    private static List<Map<String, Object>> messages() {
        return List.of(
                legacy("tools/list", Map.of()),
                notification("notifications/initialized", Map.of()),
                Json.object("jsonrpc", "2.0", "id", "ask-1", "result", Map.of()));
    }

    @Test
    void aSessionEndsWithDelete() {
        HttpWire client = client();
        HttpTalk stream = client.get();
        assertThat(stream.status()).isEqualTo(200);
        assertThat(client.delete().status()).isEqualTo(204);
        assertThat(stream.reply().messages()).isEmpty();
        client.ask(legacy("tools/list", Map.of())).error(-32600, 404);
        assertThat(client.delete().status()).isEqualTo(404);
    }

    @Test
    void changesAreToldOnTheStreamOfTheSession() {
        HttpWire client = client();
        HttpWire other = client();
        subscribe(client, "a");
        subscribe(other, "b");
        HttpTalk stream = client.get();
        bump(server, "b");
        bump(server, "a");
        assertThat(stream.next()).isEqualTo(updated("a"));
        assertThat(other.unasked()).isEqualTo(updated("b"));
        client.ask(legacy("resources/unsubscribe", Map.of("uri", "sample://counters/a")))
                .result();
        assertThat(counter("a")).isEqualTo("1, watched 0");
        client.ask(legacy("resources/subscribe", Map.of("uri", "sample://counters/hidden")))
                .error(-32002, 200);
        client.ask(legacy("resources/subscribe", Map.of("uri", "sample://greeting")))
                .error(-32602, 200);
    }

    private static void subscribe(HttpWire client, String name) {
        client.ask(legacy("resources/subscribe", Map.of("uri", "sample://counters/" + name)))
                .result();
    }

    private static void bump(HttpWire client, String name) {
        client.ask(modern("tools/call", tool("bump", "name", name))).result();
    }

    private static String counter(String name) {
        Reply reply = server.ask(modern("resources/read", Map.of("uri", "sample://counters/" + name)));
        return String.valueOf(reply.result("contents", 0, "text"));
    }

    private static Map<String, Object> updated(String name) {
        return notification("notifications/resources/updated", Map.of("uri", "sample://counters/" + name));
    }

    @Test
    void changesWhileNobodyListensAreToldOnceWhenSomebodyDoes() {
        HttpWire client = client();
        HttpWire witness = client();
        for (String name : List.of("c", "d")) {
            subscribe(client, name);
            subscribe(witness, name);
        }
        HttpTalk told = witness.get();
        for (String name : List.of("c", "c", "d")) {
            bump(server, name);
            assertThat(told.next()).isEqualTo(updated(name));
        }
        HttpTalk stream = client.get();
        assertThat(List.of(stream.next(), stream.next())).containsExactlyInAnyOrder(updated("c"), updated("d"));
        client.delete();
        assertThat(stream.reply().messages()).isEmpty();
    }

    @Test
    void aSecondStreamEndsTheFirst() {
        HttpWire client = client();
        subscribe(client, "e");
        HttpTalk first = client.get();
        assertThat(first.status()).isEqualTo(200);
        HttpTalk second = client.get();
        assertThat(first.reply().messages()).isEmpty();
        bump(server, "e");
        assertThat(second.next()).isEqualTo(updated("e"));
    }

    @Test
    void aPersonIsAskedOnTheStreamOfTheRequest() {
        HttpWire client = client();
        for (String action : List.of("accept", "decline", "cancel")) {
            HttpTalk talk = client.send(legacy("tools/call", tool("erase", "what", "x")));
            Map<String, Object> question = talk.next();
            assertThat(question).containsEntry("method", "elicitation/create");
            assertThat(talk.headers()).containsEntry("content-type", "text/event-stream");
            Reply taken = client.ask(
                    Json.object("jsonrpc", "2.0", "id", question.get("id"), "result", Map.of("action", action)));
            assertThat(taken.status()).isEqualTo(202);
            assertThat(taken.messages()).isEmpty();
            assertThat(talk.reply().text())
                    .isEqualTo(
                            action.equals("accept")
                                    ? "{\"erased\":\"x\"}"
                                    : "The person did not agree. Nothing was done.");
        }
    }

    @Test
    void anErrorOrAnAnswerFromAnotherSessionIsNoConsent() {
        HttpWire client = client();
        HttpTalk talk = client.send(legacy("tools/call", tool("erase", "what", "x")));
        Object id = talk.next().get("id");
        client().ask(Json.object("jsonrpc", "2.0", "id", id, "result", Map.of("action", "accept")));
        client.ask(Json.object("jsonrpc", "2.0", "id", id, "error", Map.of("code", -1, "message", "no")));
        assertThat(talk.reply().text()).isEqualTo("The person did not agree. Nothing was done.");
    }

    @Test
    void whoTakesNoStreamOrNoQuestionIsNotAsked() {
        HttpWire unable = server.another();
        unable.ask(initialize(LEGACY, Map.of())).result();
        for (HttpWire client : List.of(unable, client().with("Accept", "application/json"))) {
            Reply reply = client.ask(legacy("tools/call", tool("erase", "what", "x")));
            assertThat(reply.result("isError")).isEqualTo(true);
            assertThat(reply.text()).contains("Nothing was done.", "--confirm never");
        }
    }

    @Test
    void aCancelledRequestIsInterruptedAndNotAnswered() {
        HttpWire client = client();
        Map<String, Object> request = legacy("tools/call", waiting(true));
        HttpTalk talk = client.send(request);
        talk.next();
        client.ask(cancelled(request));
        client.awaitStderr("wait was interrupted");
        assertThat(talk.reply().messages()).noneMatch(message -> message.containsKey("id"));
        Map<String, Object> next = legacy("tools/call", tool("echo", "text", "x"));
        next.put("id", request.get("id"));
        assertThat(client.ask(next).text()).as("the id is free again").isEqualTo("x");
    }

    /** No stream has begun by then, so there is no other way to say that nothing will come. */
    @Test
    void aCancelledRequestThatGetsJsonEnds() throws InterruptedException {
        HttpWire client = client();
        Map<String, Object> request = legacy("tools/call", waiting(false));
        HttpTalk talk = client.with("Accept", "application/json").send(request);
        // It may come before the request, which is on another connection.
        while (talk.silent()) {
            client.ask(cancelled(request));
            Thread.sleep(10);
        }
        Reply reply = talk.reply();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.messages()).isEmpty();
    }

    private static Map<String, Object> cancelled(Map<String, Object> request) {
        return notification("notifications/cancelled", Json.object("requestId", request.get("id")));
    }

    private static Map<String, Object> waiting(boolean progressing) {
        Map<String, Object> params = tool("wait", "millis", 60_000);
        if (progressing) {
            params.put("_meta", Map.of("progressToken", 1));
        }
        return params;
    }

    @Test
    void twoRequestsAtOnceNeedTwoIds() {
        HttpWire client = client();
        Map<String, Object> request = legacy("tools/call", waiting(true));
        HttpTalk talk = client.send(request);
        talk.next();
        client.ask(request).error(-32600, 400);
        // Another session has ids of its own.
        HttpTalk other = client().send(request);
        other.next();
        other.cancel();
        talk.cancel();
    }

    @Test
    void whoeverHangsUpCancels() throws InterruptedException {
        HttpWire client = client();
        Map<String, Object> request = legacy("tools/call", waiting(true));
        HttpTalk talk = client.send(request);
        talk.next();
        talk.cancel();
        Map<String, Object> next = legacy("tools/call", tool("echo", "text", "x"));
        next.put("id", request.get("id"));
        // That the client has gone shows with the next note of progress; from then on its id is free.
        Reply reply = client.ask(next);
        while (reply.status() == 400) {
            Thread.sleep(20);
            reply = client.ask(next);
        }
        assertThat(reply.text()).isEqualTo("x");
    }

    @Test
    void everyOldVersionIsSpoken() {
        for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", LEGACY)) {
            assertThat(server.another().ask(initialize(version, Map.of())).result("protocolVersion"))
                    .isEqualTo(version);
        }
        for (String version : List.of("2023-01-01", "2026-07-28")) {
            assertThat(server.another().ask(initialize(version, Map.of())).result("protocolVersion"))
                    .isEqualTo(LEGACY);
        }
    }
}
