package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports by a server with little memory, whose temporary files are in a directory of the test. */
class ExportQueryTest {

    private static final long MAX_BYTES = 100_000_000;

    /** Each portion takes some tenths of a second, all of them half a minute. */
    private static final String MANY_PORTIONS =
            "SELECT (SELECT sum(x) FROM generate_series(1, 500) x WHERE x <> n)" + " FROM generate_series(1, 300000) n";

    @TempDir
    private static Path files;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = start(files, "--statement-seconds=240");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ServerProcess start(Path temporary, String... options) {
        List<String> command = new ArrayList<>(ServerProcess.command(
                PostgresServer.class,
                List.of(TestingPostgres.url(TestingPostgres.READER), "--max-export-bytes=" + MAX_BYTES)));
        command.addAll(List.of(options));
        command.add(command.indexOf("-cp"), "-Xmx96m");
        command.add(command.indexOf("-cp"), "-Djava.io.tmpdir=" + temporary);
        return ServerProcess.start(command, ServerProcess.ENVIRONMENT).initialize();
    }

    @Test
    void writesCsvWithALinkAChecksumAndTheFirstRows() {
        Map<?, ?> result = export(
                "sql",
                "SELECT n, CASE n WHEN 1 THEN 'a,\"b\"' WHEN 2 THEN E'two\\nlines' WHEN 3 THEN '' WHEN 5 THEN 'é' END AS \"the text\","
                        + " n > 1 AS more, ARRAY[n, NULL] AS list, '{\"x\": 1.10}'::json AS json FROM generate_series(1, $1::int) n",
                "params",
                List.of(7),
                "file_name",
                "rows of mine.csv");
        String text = read(Reply.at(result, "structuredContent", "uri"));
        assertThat(text)
                .isEqualTo("n,the text,more,list,json\r\n"
                        + "1,\"a,\"\"b\"\"\",f,\"{1,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "2,\"two\nlines\",t,\"{2,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "3,\"\",t,\"{3,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "4,,t,\"{4,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "5,é,t,\"{5,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "6,,t,\"{6,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n"
                        + "7,,t,\"{7,NULL}\",\"{\"\"x\"\": 1.10}\"\r\n");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Reply.object(result.get("structuredContent")))
                .containsEntry("rowCount", 7)
                .containsEntry("bytes", bytes.length)
                .containsEntry("sha256", Digests.hexOf(bytes))
                .containsEntry("guardedValues", 0);
        assertThat((List<?>) Reply.at(result, "structuredContent", "firstRows", "rows"))
                .hasSize(5);
        assertThat(String.valueOf(Reply.at(result, "content", 1, "text"))).contains("untrusted-", "two\\nlines");
        assertThat(Reply.object(Reply.at(result, "content", 2)))
                .containsEntry("type", "resource_link")
                .containsEntry("uri", Reply.at(result, "structuredContent", "uri"))
                .containsEntry("name", "rows of mine.csv")
                .containsEntry("mimeType", "text/csv")
                .containsEntry("size", bytes.length);
    }

    @Test
    void letsNoValueRunAsAFormula() {
        String values =
                "VALUES ('=1+1'), ('+cmd|'' /C calc''!A0'), ('-2+3'), ('@SUM(1)'), (E'\\t=1'), ('＝1'), ('-12.5'), ('+49')";
        Map<?, ?> csv = export("sql", "SELECT column1 AS \"=head\" FROM (" + values + ") v");
        assertThat(read(Reply.at(csv, "structuredContent", "uri")))
                .isEqualTo(
                        "'=head\r\n'=1+1\r\n'+cmd|' /C calc'!A0\r\n'-2+3\r\n'@SUM(1)\r\n'\t=1\r\n'＝1\r\n-12.5\r\n+49\r\n");
        assertThat(Reply.at(csv, "structuredContent", "guardedValues")).isEqualTo(6);
        assertThat(String.valueOf(Reply.at(csv, "content", 0, "text"))).contains("6 values got an apostrophe");
        Map<?, ?> exact = export("sql", values, "format", "ndjson");
        assertThat(read(Reply.at(exact, "structuredContent", "uri")))
                .startsWith("{\"column1\":\"=1+1\"}\n")
                .endsWith("{\"column1\":\"+49\"}\n");
    }

    @Test
    void writesJsonWithValuesAsQueryGivesThem() {
        String sql = "SELECT code, 9007199254740993 AS big, NULL AS nothing, ARRAY[1, 2] AS list"
                + " FROM countries ORDER BY code LIMIT 2";
        assertThat(read(Reply.at(export("sql", sql, "format", "json"), "structuredContent", "uri")))
                .isEqualTo("""
                        [
                        {"code":"BR","big":"9007199254740993","nothing":null,"list":[1,2]},
                        {"code":"DE","big":"9007199254740993","nothing":null,"list":[1,2]}
                        ]
                        """);
        assertThat(read(Reply.at(
                        export("sql", "SELECT 1 AS a WHERE false", "format", "json"), "structuredContent", "uri")))
                .isEqualTo("[\n]\n");
        assertThat(refused("sql", "SELECT 1 AS a, 2 AS a", "format", "ndjson")).contains("same name");
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNothingBehind(@TempDir Path temporary) throws IOException {
        try (ServerProcess other = start(temporary)) {
            assertThat(refused(other, "sql", "SELECT n FROM generate_series(1, 3001) n", "max_rows", 3000))
                    .contains("more than 3000 rows", "nothing was exported");
            assertThat(refused(other, "sql", "SELECT lpad(n::text, 1000) FROM generate_series(1, 200000) n"))
                    .contains("larger than " + MAX_BYTES + " bytes");
            assertThat(refused(other, "sql", "SELECT 1 / (n - 5000) FROM generate_series(1, 9000) n"))
                    .contains("22012");
            assertThat(files(temporary)).isEmpty();
            other.call("export_query", Map.of("sql", "SELECT n FROM generate_series(1, 3000) n", "max_rows", 3000));
            assertThat(files(temporary)).hasSize(1);
        }
    }

    /** The server's own limit begins anew with each portion of rows. */
    @Test
    void endsWhenAllPortionsTogetherTakeTooLong(@TempDir Path temporary) throws IOException {
        try (ServerProcess other = start(temporary, "--statement-seconds=1")) {
            assertThat(refused(other, "sql", MANY_PORTIONS)).contains("ended after 1 s");
            assertThat(files(temporary)).isEmpty();
            assertThat(result(other, "sql", "SELECT 1").get("isError")).isEqualTo(false);
        }
    }

    @Test
    void leavesNothingBehindWhenNobodyWaitsAnyMore(@TempDir Path temporary) throws Exception {
        try (ServerProcess other = start(temporary, "--statement-seconds=240")) {
            other.send(Json.text(request("late", MANY_PORTIONS)));
            await(() -> !files(temporary).isEmpty());
            other.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"late\"}}");
            await(() -> files(temporary).isEmpty());
        }
    }

    @Test
    void tellsHowFarItIs() {
        server.send(Json.text(request("told", "SELECT n FROM generate_series(1, 5000) n")));
        List<Map<?, ?>> messages = new ArrayList<>(List.of(server.next()));
        while (!"told".equals(messages.get(messages.size() - 1).get("id"))) {
            messages.add(server.next());
        }
        assertThat(messages)
                .hasSizeGreaterThan(1)
                .anySatisfy(
                        note -> assertThat(Reply.at(note, "params", "message")).isEqualTo("5000 rows"));
    }

    private static Map<String, Object> request(String id, String sql) {
        Map<String, Object> call =
                Map.of("name", "export_query", "arguments", Map.of("sql", sql), "_meta", Map.of("progressToken", id));
        return Json.object("jsonrpc", "2.0", "id", id, "method", "tools/call", "params", call);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(condition.call()).isTrue();
    }

    @Test
    void writesFilesThatNobodyElseMayReadAndTakesThemAlong(@TempDir Path temporary) throws IOException {
        try (ServerProcess other = start(temporary)) {
            other.call("export_query", Map.of("sql", "SELECT 1"));
            List<Path> written = files(temporary);
            assertThat(written).hasSize(1);
            assertThat(permissions(written.get(0))).isEqualTo("rw-------");
            assertThat(Files.getPosixFilePermissions(written.get(0).getParent()))
                    .hasSize(3);
            other.endInput();
            assertThat(other.exitCode()).isZero();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void writesAMillionRowsInLittleMemory() {
        Map<?, ?> result = export(
                "sql",
                "SELECT n, 'Customer ' || n AS name, timestamptz '2024-01-01 00:00:00+00' + n * interval '1 second' AS at,"
                        + " n * 1.25 AS total, n % 7 = 0 AS good FROM generate_series(1, 1000000) n");
        assertThat(Reply.at(result, "structuredContent", "rowCount")).isEqualTo(1_000_000);
        String uri = String.valueOf(Reply.at(result, "structuredContent", "uri"));
        String why = String.valueOf(Reply.at(server.request("resources/read", Map.of("uri", uri)), "error", "message"));
        assertThat(why).contains("more than one reading gives", uri + "/parts/1 to /parts/");
        int parts = Integer.parseInt(why.replaceAll(".*/parts/(\\d+)\\.$", "$1"));
        var digest = Digests.sha256();
        long lines = 0;
        for (int part = 1; part <= parts; part++) {
            String text = read(uri + "/parts/" + part);
            assertThat(text).endsWith("\r\n").hasSizeLessThanOrEqualTo(1 << 20);
            lines += text.lines().count();
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines).isEqualTo(1_000_001);
        assertThat(Digests.hex(digest)).isEqualTo(Reply.at(result, "structuredContent", "sha256"));
        assertThat(String.valueOf(server.request("resources/read", Map.of("uri", uri + "/parts/" + (parts + 1)))))
                .contains("has the parts 1 to " + parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT; DROP TABLE customers",
                "SELECT 1; SELECT 2",
                "COPY customers TO STDOUT",
                "INSERT INTO countries VALUES ('XX', 'Nowhere')",
                "SELECT * FROM leaking",
                "SELECT pg_read_file('/etc/hostname')",
                "SELECT set_config('statement_timeout', '0', false) FROM generate_series(1, 5)"
            })
    void isGuardedAsQueryIs(String sql) {
        refused("sql", sql);
    }

    @Test
    void refusesANameThatIsAPath() {
        assertThat(refused("sql", "SELECT 1", "file_name", "../x.csv")).contains("file_name");
    }

    private static Map<?, ?> export(@Nullable Object... arguments) {
        Map<?, ?> result = result(server, arguments);
        assertThat(result.get("isError")).as("%s", result).isEqualTo(false);
        return result;
    }

    private static String refused(@Nullable Object... arguments) {
        return refused(server, arguments);
    }

    private static String refused(ServerProcess by, @Nullable Object... arguments) {
        Map<?, ?> result = result(by, arguments);
        assertThat(result.get("isError")).as("%s", result).isEqualTo(true);
        return String.valueOf(Reply.at(result, "content", 0, "text"));
    }

    private static Map<?, ?> result(ServerProcess by, @Nullable Object... arguments) {
        return Reply.object(by.call("export_query", Json.object(arguments)).get("result"));
    }

    private static String read(@Nullable Object uri) {
        Map<?, ?> answer = server.request("resources/read", Map.of("uri", String.valueOf(uri)));
        assertThat(answer.get("error")).isNull();
        return String.valueOf(Reply.at(answer, "result", "contents", 0, "text"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
