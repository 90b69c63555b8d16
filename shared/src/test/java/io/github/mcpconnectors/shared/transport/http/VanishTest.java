package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VanishTest {

    private static final int CLIENTS = 200;
    private static final Pattern SESSION = Pattern.compile("(?i)Mcp-Session-Id: (\\S+)");

    @Test
    void leaveNothingBehindThatWorksForThem() throws Exception {
        try (HttpProcess server = new HttpProcess("--max-calls", "300")) {
            List<Raw> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(calling(server));
                clients.add(listening(server));
            }
            until(() -> busy(server) == CLIENTS);
            until(() -> server.read("sample://bells/a").contains("watched 1"));
            assertThat(server.count("HttpReply")).isGreaterThanOrEqualTo(2 * CLIENTS);

            vanish(clients);
            until(() -> busy(server) == 0);
            until(() -> server.count("HttpReply") == 0);
            assertThat(server.count("HttpExchange")).isZero();
            assertThat(server.count("Listeners$Listener")).isZero();
            assertThat(server.count("Watches$Topic")).isZero();
            assertThat(server.read("sample://bells/a")).contains("watched 0");
        }
    }

    @Test
    void leaveASessionThatTheyCanComeBackTo() throws Exception {
        try (HttpProcess server = new HttpProcess("--max-calls", "300")) {
            List<Raw> clients = new ArrayList<>();
            List<String> sessions = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String session = begin(server);
                sessions.add(session);
                subscribe(server, session);
                clients.add(waiting(server, session));
                clients.add(server.connect()
                        .send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + session
                                + "\r\n\r\n"));
            }
            until(() -> busy(server) == CLIENTS);
            assertThat(server.count("HttpSession")).isEqualTo(CLIENTS);

            vanish(clients);
            until(() -> busy(server) == 0);
            until(() -> server.count("HttpReply") == 0);
            assertThat(server.count("HttpExchange")).isZero();
            for (String session : sessions) {
                // The id of the request that was given up is free again.
                assertThat(answer(server, session, call("echo", Map.of("text", "back"))))
                        .contains("back");
                end(server, session);
            }
            assertThat(server.read("sample://bells/b")).contains("watched 0");
            assertThat(server.count("HttpSession")).isZero();
        }
    }

    private static Raw calling(HttpProcess server) throws IOException {
        String body = HttpProcess.modern("tools/call", "name", "wait", "arguments", Map.of("millis", 60_000));
        return server.connect().send(HttpProcess.post("tools/call", "wait", body));
    }

    private static Raw listening(HttpProcess server) throws IOException {
        String body = HttpProcess.modern(
                "subscriptions/listen", "notifications", Map.of("resourceSubscriptions", List.of("sample://bells/a")));
        Raw raw = server.connect().send(HttpProcess.post("subscriptions/listen", "", body));
        raw.readUntil("subscriptions/acknowledged");
        return raw;
    }

    private static Raw waiting(HttpProcess server, String session) throws IOException {
        return server.connect().send(post(session, call("wait", Map.of("millis", 60_000))));
    }

    private static String call(String tool, Map<String, ?> arguments) {
        return request("tools/call", Json.object("name", tool, "arguments", arguments));
    }

    private static String request(String method, Map<String, ?> params) {
        return Json.text(Json.object("jsonrpc", "2.0", "id", 7, "method", method, "params", params));
    }

    private static String post(String header, String body) {
        return Raw.post(header, "Connection: close", "Content-Length: " + body.length()) + body;
    }

    private static String answer(HttpProcess server, String header, String body) throws IOException {
        try (Raw raw = server.connect().send(post(header, body))) {
            return raw.readAll();
        }
    }

    /** The header of a new session. */
    private static String begin(HttpProcess server) throws IOException {
        Map<String, ?> client = Map.of("name", "test", "version", "1");
        Map<String, ?> params = Map.of("protocolVersion", "2025-11-25", "capabilities", Map.of(), "clientInfo", client);
        Matcher session = SESSION.matcher(answer(server, "X-No: session", request("initialize", params)));
        assertThat(session.find()).isTrue();
        return session.group();
    }

    private static void subscribe(HttpProcess server, String session) throws IOException {
        Map<String, ?> params = Map.of("uri", "sample://bells/b");
        assertThat(answer(server, session, request("resources/subscribe", params)))
                .contains("\"result\":{}");
    }

    private static void end(HttpProcess server, String session) throws IOException {
        try (Raw raw = server.connect()) {
            raw.send("DELETE /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + session + "\r\n\r\n");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 204");
        }
    }

    private static void vanish(List<Raw> clients) throws IOException {
        for (Raw client : clients) {
            client.hangUp();
        }
    }

    /** How many threads are in a tool. */
    private static long busy(HttpProcess server) throws IOException {
        return Stream.of(server.inside("Thread.print").split("\n\n"))
                .filter(thread -> thread.contains("shared.sample.Wait.call"))
                .count();
    }

    /** Comes true at some time; how late does not matter. */
    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("comes true").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
