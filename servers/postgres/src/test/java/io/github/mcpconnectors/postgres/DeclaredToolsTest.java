package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of the example file, on the database that it was written for. */
class DeclaredToolsTest {

    static final String EXAMPLE = "examples/tools.yaml";

    private static ServedDatabase reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reader = ServedDatabase.as(TestingPostgres.READER, "--tools-file", EXAMPLE);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void listsEachAsAToolOfItsOwn() {
        Tool tool = tool(reader, "orders_of_customer");
        assertThat(tool.title()).isEqualTo("Orders of customer");
        assertThat(tool.description()).isEqualTo("Orders of one customer, newest first.");
        assertThat(tool.annotations().readOnlyHint()).isTrue();
        assertThat(tool.inputSchema())
                .containsEntry("required", List.of("customer_id"))
                .containsEntry("additionalProperties", false);
        assertThat(properties(tool))
                .containsOnlyKeys("customer_id", "status", "since", "limit")
                .containsEntry("since", Map.of("type", "string", "format", "date", "description", "First day"))
                .containsEntry(
                        "limit",
                        Map.of(
                                "type",
                                "integer",
                                "minimum",
                                1,
                                "maximum",
                                100,
                                "default",
                                20,
                                "description",
                                "Most orders"));
        assertThat(properties(tool(reader, "sales_by_country")))
                .containsEntry(
                        "sort", Map.of("type", "string", "enum", List.of("total", "orders"), "default", "total"));
        assertThat(properties(tool(reader, "my_tickets"))).isEmpty();
    }

    @Test
    void saysWhatTheColumnsAre() {
        assertThat(String.valueOf(tool(reader, "orders_of_customer").outputSchema()))
                .contains("{title=id, type=[integer, string, null]}", "{title=placed_at, type=[string, null]}");
    }

    @Test
    void readsWhatWasAskedFor() {
        assertThat(rows("orders_of_customer", "customer_id", 7, "limit", 1))
                .isEqualTo(List.of(List.of(2706, "shipped", 206.25, "2025-05-05T18:00:00Z")));
        assertThat(rows("orders_of_customer", "customer_id", 7, "status", "open"))
                .isEmpty();
        assertThat(rows("orders_of_customer", "customer_id", 7, "since", "2025-04-01"))
                .hasSize(1);
        assertThat(rows("sales_by_country", "countries", List.of("DE", "FR"))).hasSize(2);
        assertThat(rows("sales_by_country", "sort", "orders")).hasSize(4);
        WireClient.Result result = reader.ok("orders_of_customer", "customer_id", 7);
        assertThat(result.structured()).containsEntry("database", "shop").containsEntry("rowCount", 10);
        assertThat(result.text()).contains("untrusted-", "[\"id\",\"status\",\"total\",\"placed_at\"]", "[10 rows]");
    }

    @Test
    void refusesArgumentsInTheWordsOfEveryTool() {
        assertThat(reader.refused("orders_of_customer", "customer", 1, "limit", 101, "since", "yesterday"))
                .isEqualTo("Wrong arguments for orders_of_customer: \"customer\" is not known. It takes: customer_id,"
                        + " status, since, limit. \"customer_id\" is missing; it must be a whole number at least 1."
                        + " \"since\" must be a date such as 2024-12-31, but was \"yesterday\"."
                        + " \"limit\" must be a whole number from 1 to 100, but was 101.");
        assertThat(reader.refused("sales_by_country", "countries", List.of("DE", "de"), "sort", "country"))
                .contains("\"countries[1]\" must be a text like [A-Z]{2}", "\"sort\" must be one of: total, orders");
    }

    @Test
    void givesNobodyWhatBelongsToACaller() {
        assertThat(reader.refused("my_tickets")).contains("authenticated callers");
        assertThat(reader.refused("my_tickets", "me", "customer1@example.com"))
                .contains("\"me\" is not known. It takes none.");
    }

    @Test
    void offersToolsThatChangeRowsOnlyWhereThatIsAllowed() {
        assertThat(reader.client().stderr()).contains(EXAMPLE + ":53: cancel_order", "--write");
        assertThat(reader.client().sdk().listTools().tools())
                .extracting(Tool::name)
                .contains("my_tickets")
                .doesNotContain("cancel_order");
    }

    @Test
    void listsItsToolsWithoutADatabase() {
        for (List<String> arguments : List.of(
                List.of("--tools-file", EXAMPLE, "--write"),
                List.of("postgresql://reader@localhost:1/shop", "--tools-file", EXAMPLE, "--write"))) {
            try (ServerProcess server = start(arguments).initialize()) {
                assertThat(String.valueOf(server.request("tools/list", Map.of())))
                        .contains("orders_of_customer", "sales_by_country", "my_tickets", "cancel_order")
                        .doesNotContain("prefixItems");
                server.awaitStderr(
                        arguments.size() == 3 ? "No database is configured" : "not checked against the database shop");
                assertThat(String.valueOf(server.call("orders_of_customer", Map.of("customer_id", 1))))
                        .contains("isError=true")
                        .containsAnyOf("No database is configured", "no connection to the database shop");
            }
        }
    }

    @Test
    void doctorLooksAtEach() {
        try (ServerProcess server =
                start(List.of("doctor", TestingPostgres.url(TestingPostgres.WRITER), "--tools-file", EXAMPLE))) {
            assertThat(server.rest())
                    .contains(
                            "ok    tool orders_of_customer: reads id, status, total, placed_at of the database shop",
                            "ok    tool my_tickets: reads id, priority, subject, opened_at of the database shop");
        }
        try (ServerProcess server =
                start(List.of("doctor", "postgresql://reader@localhost:1/shop", "--tools-file", EXAMPLE))) {
            assertThat(server.rest())
                    .anySatisfy(line -> assertThat(line).startsWith("FIX   tool orders_of_customer: "));
        }
    }

    @Test
    void endsWithEveryProblemAndItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), """
                tools:
                  - name: query
                    description: Taken
                    sql: SELECT 1
                  - name: broken
                    description: Has a misspelt column
                    sql: |
                      SELECT code,
                        nam
                      FROM countries
                """);
        try (ServerProcess server =
                start(List.of(TestingPostgres.url(TestingPostgres.READER), "--tools-file", file.toString()))) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.rest()).isEmpty();
            assertThat(server.stderr())
                    .contains(file + ":2: There is another tool named \"query\"", file + ":9: column \"nam\" does not");
        }
    }

    private static List<?> rows(String tool, Object... arguments) {
        return (List<?>) reader.ok(tool, arguments).structured().get("rows");
    }

    private static Map<String, Object> properties(Tool tool) {
        return Reply.object(tool.inputSchema().get("properties"));
    }

    private static Tool tool(ServedDatabase served, String name) {
        return served.client().sdk().listTools().tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ServerProcess start(List<String> arguments) {
        return ServerProcess.start(ServerProcess.command(PostgresServer.class, arguments), ServerProcess.ENVIRONMENT);
    }
}
