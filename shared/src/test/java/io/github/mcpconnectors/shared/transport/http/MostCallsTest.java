package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MostCallsTest {

    private static final Pattern SESSION = Pattern.compile("(?i)Mcp-Session-Id: (\\S+)");
    private static final Pattern QUESTION = Pattern.compile("\"id\":\"(ask-\\d+)\"");

    private static List<String> together(HttpProcess server, int clients, String tool, Map<String, ?> arguments) {
        List<CompletableFuture<String>> calls = IntStream.range(0, clients)
                .mapToObj(i -> server.call(tool, arguments))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void runNoMoreAtOnceThanTheSettingSaysAndAllAreAnswered() {
        try (HttpProcess server = new HttpProcess("--max-calls", "3")) {
            assertThat(together(server, 3, "meet", Map.of("calls", 3)))
                    .allSatisfy(answer -> assertThat(answer).contains("{\"met\":3}"));
            assertThat(together(server, 50, "gauge", Map.of("millis", 20)))
                    .allSatisfy(answer -> assertThat(answer).containsPattern("\"together\":[123]}"));
        }
    }

    @Test
    void areAsManyAsTheSettingSaysWhateverTheCores() {
        try (HttpProcess server = new HttpProcess("--max-calls", "100")) {
            assertThat(together(server, 100, "meet", Map.of("calls", 100)))
                    .allSatisfy(answer -> assertThat(answer).contains("{\"met\":100}"));
        }
    }

    @Test
    void doNotCountWhileTheyWaitForAPerson() throws Exception {
        try (HttpProcess server = new HttpProcess("--max-calls", "1", "--write");
                Raw asking = server.connect();
                Raw answering = server.connect()) {
            Map<String, ?> client = Map.of(
                    "protocolVersion",
                    "2025-11-25",
                    "capabilities",
                    Map.of("elicitation", Map.of()),
                    "clientInfo",
                    Map.of("name", "test", "version", "1"));
            String session = found(SESSION, post(asking, "X-No: session", message("initialize", client), "}}"), 0);
            Map<String, ?> erase = Map.of("name", "erase", "arguments", Map.of("what", "x"));
            String question = post(asking, session, message("tools/call", erase), "elicitation/create");
            String id = found(QUESTION, question + asking.readUntil("\n"), 1);

            // The one that may run.
            assertThat(together(server, 5, "echo", Map.of("text", "meanwhile")))
                    .allSatisfy(answer -> assertThat(answer).contains("\"text\":\"meanwhile\""));

            Map<String, ?> yes = Map.of("action", "accept", "content", Map.of("confirm", true));
            post(answering, session, Json.text(Json.object("jsonrpc", "2.0", "id", id, "result", yes)), "202");
            assertThat(asking.readUntil("}}\n")).contains("\"erased\":\"x\"");
        }
    }

    private static String message(String method, Map<String, ?> params) {
        return Json.text(Json.object("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
    }

    private static String post(Raw to, String header, String body, String until) throws IOException {
        return to.send(Raw.post(header, "Content-Length: " + body.length()) + body)
                .readUntil(until);
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(group);
    }
}
