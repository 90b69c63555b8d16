package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchingTest extends ServedFolder {

    @Test
    void showsMatchesWithTheirLinesUnderEachFile() {
        String one = file("a.txt", "x\nneedle one\ny\n");
        String two = file("b/c.txt", "needle\n");
        var result = ok("search_content", "path", folder.toString(), "query", "needle", "context_lines", 1);
        assertThat(result.text()).isEqualTo(one + "\n1- x\n2: needle one\n3- y\n\n" + two + "\n1: needle\n");
        assertThat(result.structured()).containsEntry("filesSearched", 2).containsEntry("truncated", false);
    }

    @Test
    void searchesOneFileToo() {
        String path = file("a.txt", "needle\n");
        assertThat(ok("search_content", "path", path, "query", "needle").text()).isEqualTo(path + "\n1: needle\n");
    }

    @Test
    void takesRegularExpressionsWordsAndCase() {
        file("a.txt", "Needle\nneedles\n");
        assertThat(count("query", "needle")).isEqualTo(1);
        assertThat(count("query", "needle", "ignore_case", true)).isEqualTo(2);
        assertThat(count("query", "needle", "ignore_case", true, "whole_word", true))
                .isEqualTo(1);
        assertThat(count("query", "^[Nn]eedles?$", "regex", true)).isEqualTo(2);
        assertThat(count("query", "Needle.needles", "regex", true, "multiline", true))
                .isEqualTo(1);
        assertThat(refused("search_content", "path", folder.toString(), "query", "(", "regex", true))
                .contains("RE2");
    }

    @Test
    void returnsFilesAndCounts() {
        String one = file("a.txt", "x\nx\n");
        String two = file("b.txt", "x\n");
        assertThat(ok("search_content", "path", folder.toString(), "query", "x", "mode", "files")
                        .text())
                .isEqualTo(one + "\n" + two + "\n");
        assertThat(ok("search_content", "path", folder.toString(), "query", "x", "mode", "count")
                        .text())
                .isEqualTo(one + ": 2\n" + two + ": 1\n");
    }

    @Test
    void pagesThroughEveryMatchExactlyOnce() {
        for (int i = 0; i < 7; i++) {
            file("f" + i, "x\n".repeat(i * 3));
        }
        List<String> seen = new ArrayList<>();
        Object cursor = null;
        do {
            var page =
                    ok("search_content", "path", folder.toString(), "query", "x", "max_results", 5, "cursor", cursor);
            for (Object match : (List<?>) page.structured().get("matches")) {
                Map<?, ?> found = (Map<?, ?>) match;
                seen.add(found.get("path") + ":" + found.get("line"));
            }
            cursor = page.structured().get("nextCursor");
        } while (cursor != null);
        assertThat(seen).hasSize(63).doesNotHaveDuplicates();
    }

    @Test
    void goesOnAfterAFileThatWasDeletedBetweenTwoPages() throws IOException {
        String gone = file("a.txt", "x\n".repeat(9));
        file("b.txt", "x\n");
        var page = ok("search_content", "path", folder.toString(), "query", "x", "max_results", 5);
        Files.delete(Path.of(gone));
        assertThat(ok(
                                "search_content",
                                "path",
                                folder.toString(),
                                "query",
                                "x",
                                "cursor",
                                page.structured().get("nextCursor"))
                        .text())
                .isEqualTo(folder + "/b.txt\n1: x\n");
    }

    @Test
    void refusesCursorsThatLeadElsewhere() {
        file("a.txt", "x\n");
        for (String path : List.of("../../etc/passwd", "/etc/passwd", "a/../../x", "a//b")) {
            assertThat(refused(
                            "search_content",
                            "path",
                            folder.toString(),
                            "query",
                            "x",
                            "cursor",
                            Cursor.after("1\n" + path)))
                    .contains("cursor");
        }
    }

    @Test
    void leavesOutBinaryAndLargeFilesAndSaysSo() {
        file("a.bin", new byte[] {'x', 0});
        file("b.txt", "x".repeat(1000));
        file("c.txt", "x");
        var result = ok("search_content", "path", folder.toString(), "query", "x", "max_file_bytes", 100);
        assertThat(result.structured())
                .containsEntry("filesSearched", 1)
                .containsEntry("filesSkipped", Map.of("binary", 1, "tooLarge", 1, "denied", 0));
        assertThat(result.text()).contains("Files skipped as too large: 1; set max_file_bytes");
    }

    @Test
    void refusesToPassOverTheOneFileThatWasNamed() {
        String path = file("b.txt", "x".repeat(1000));
        assertThat(refused("search_content", "path", path, "query", "x", "max_file_bytes", 100))
                .contains("it has 1000 bytes, more than max_file_bytes");
    }

    @Test
    void findsLettersOutsideAsciiInEveryEncoding() {
        file("utf8.txt", "Gr\u00fc\u00dfe\n");
        file("latin.txt", "Gr\u00fc\u00dfe\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        file("wide.txt", "\ufeffGr\u00fc\u00dfe\n".getBytes(java.nio.charset.StandardCharsets.UTF_16BE));
        assertThat(ok("search_content", "path", folder.toString(), "query", "Gr\u00fc\u00dfe", "mode", "files")
                        .structured()
                        .get("files"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void endsAPathologicalPatternInTimeAndSaysHowToGoOn() {
        file("a.txt", ("a".repeat(200) + "\n").repeat(40_000));
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, folder.toString(), "--seconds=1")
                .initialize()) {
            Map<?, ?> result = (Map<?, ?>) server.call(
                            "search_content",
                            Json.object("path", folder.toString(), "query", "(.*a){14}b", "regex", true))
                    .get("result");
            Map<?, ?> structured = (Map<?, ?>) result.get("structuredContent");
            assertThat(structured.get("timedOut")).isEqualTo(true);
            assertThat((Integer) structured.get("elapsedMs")).isLessThan(10_000);
            assertThat(structured.get("nextCursor")).isNotNull();
        }
    }

    @Test
    void tellsItsProgressAndStopsWhenCancelled() {
        for (int i = 0; i < 1_200; i++) {
            file("d" + i % 20 + "/f" + i, "a".repeat(200) + "\n");
        }
        client.callWithProgress("search_content", "path", folder.toString(), "query", "zzz");
        client.awaitProgress();
        assertThat(client.progress())
                .isNotEmpty()
                .last()
                .satisfies(note -> assertThat(note.message()).startsWith("Searched"));
        String slow = file("slow.txt", ("a".repeat(500) + "\n").repeat(200_000));
        try (ServerProcess server =
                ServerProcess.start(FilesystemServer.class, folder.toString()).initialize()) {
            server.send(Json.text(Json.object(
                    "jsonrpc",
                    "2.0",
                    "id",
                    "search",
                    "method",
                    "tools/call",
                    "params",
                    Json.object(
                            "name",
                            "search_content",
                            "arguments",
                            Json.object(
                                    "path",
                                    slow,
                                    "query",
                                    "(.*a){14}b",
                                    "regex",
                                    true,
                                    "max_file_bytes",
                                    50_000_000)))));
            server.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"search\"}}");
            server.endInput();
            // Without stopping, the search would hold the process for its whole time limit.
            assertThat(server.rest()).isEmpty();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void goesOnAsATaskForClientsThatKnowTasks() {
        String slow = file("slow.txt", ("a".repeat(500) + "\n").repeat(150_000));
        Map<String, Object> arguments = Json.object("path", slow, "query", "(.*a){14}b", "regex", true);
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, folder.toString())) {
            Object id = withTasks(server, "tools/call", Json.object("name", "search_content", "arguments", arguments))
                    .get("taskId");
            assertThat(id).isInstanceOf(String.class);
            withTasks(server, "tasks/cancel", Json.object("taskId", id));
            Object status = "working";
            while ("working".equals(status)) {
                status = withTasks(server, "tasks/get", Json.object("taskId", id))
                        .get("status");
            }
            assertThat(status).isEqualTo("cancelled");
        }
    }

    private static Map<?, ?> withTasks(ServerProcess server, String method, Map<String, Object> params) {
        String mcp = "io.modelcontextprotocol/";
        Map<String, Object> capabilities = Map.of("extensions", Map.of(mcp + "tasks", Map.of()));
        params.put("_meta", Map.of(mcp + "protocolVersion", "2026-07-28", mcp + "clientCapabilities", capabilities));
        return (Map<?, ?>) server.request(method, params).get("result");
    }

    private int count(Object... arguments) {
        Object[] all = new Object[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "path";
        all[arguments.length + 1] = folder.toString();
        all[arguments.length + 2] = "mode";
        all[arguments.length + 3] = "count";
        List<?> files = (List<?>) ok("search_content", all).structured().get("files");
        return files.isEmpty() ? 0 : (Integer) ((Map<?, ?>) files.get(0)).get("count");
    }
}
