package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may create objects has made functions and operators that pretend to be PostgreSQL's own (shadow.sql). */
class ShadowTest {

    private static final String DATABASE = "shadowed";
    private static final String AHEAD = "public,pg_catalog";

    private static final String WORSE = "worse,public";

    private static final Map<String, Map<String, Object>> PROMPTS = Map.of(
            "answer_question", Map.of("question", "How many things?"),
            "diagnose_slow_query", Map.of("sql", "SELECT * FROM things WHERE name = 'a'"),
            "er_diagram", Map.of("schema", "public"),
            "explore_database", Map.of(),
            "health_report", Map.of(),
            "review_index_usage", Map.of("schema", "public"),
            "review_migration", Map.of("sql", "ALTER TABLE things ADD COLUMN seen boolean"));

    private static final Map<String, Object[]> TOOLS = Map.ofEntries(
            Map.entry("list_schemas", new Object[] {}),
            Map.entry("list_objects", new Object[] {"detail", "summary"}),
            Map.entry("search_columns", new Object[] {"pattern", "name"}),
            Map.entry("describe_table", new Object[] {
                "table", "things", "include", List.of("columns", "keys", "indexes", "triggers", "policies", "stats")
            }),
            Map.entry("get_definition", new Object[] {"kind", "view", "name", "seen"}),
            Map.entry("read_rows", new Object[] {"table", "things", "filters", List.of(one())}),
            Map.entry("count_rows", new Object[] {"table", "things", "filters", List.of(one())}),
            Map.entry("query", new Object[] {"sql", "SELECT now() > 'yesterday', id + 1 FROM things WHERE id = 1"}),
            Map.entry("export_query", new Object[] {"sql", "SELECT * FROM seen", "format", "csv"}),
            Map.entry("explain_query", new Object[] {"sql", "SELECT * FROM seen WHERE name = 'a'"}),
            Map.entry("database_overview", new Object[] {}),
            Map.entry("check_health", new Object[] {}),
            Map.entry("top_queries", new Object[] {}),
            Map.entry("list_activity", new Object[] {}),
            Map.entry("list_blocking", new Object[] {}),
            Map.entry("recommend_indexes", new Object[] {"sql", List.of("SELECT * FROM things WHERE name = 'a'")}),
            Map.entry("security_posture", new Object[] {}));

    @BeforeAll
    static void make() throws IOException {
        TestingPostgres.run("CREATE DATABASE " + DATABASE);
        try (InputStream in = Objects.requireNonNull(ShadowTest.class.getResourceAsStream("/shadow.sql"))) {
            TestingPostgres.run(DATABASE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        TestingPostgres.run(
                DATABASE,
                "ALTER ROLE reader IN DATABASE shadowed SET search_path = public, pg_catalog;"
                        + " ALTER ROLE postgres IN DATABASE shadowed SET search_path = public, pg_catalog");
    }

    @AfterAll
    static void drop() {
        TestingPostgres.run("DROP DATABASE " + DATABASE + " WITH (FORCE)");
    }

    @Test
    void theShadowsFoolWhoeverLetsThem() {
        try (ServedDatabase served = serve(TestingPostgres.READER, "")) {
            assertThat(served.refused("query", "sql", "SELECT public.now()")).contains("fooled");
            assertThat(served.refused("query", "sql", "SELECT 1 OPERATOR(public.+) 1"))
                    .contains("fooled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestingPostgres.READER, TestingPostgres.SUPERUSER})
    void noToolIsFooled(String role) {
        for (String path : List.of("", "?search_path=" + AHEAD, "?search_path=" + WORSE)) {
            try (ServedDatabase served = serve(role, path)) {
                assertThat(served.client().sdk().listTools().tools())
                        .extracting(McpSchema.Tool::name)
                        .hasSameElementsAs(TOOLS.keySet());
                TOOLS.forEach((tool, arguments) -> {
                    WireClient.Result result = served.client().call(tool, arguments);
                    assertThat(result.text()).as(tool + path).doesNotContain("fooled", "permission denied");
                    assertThat(result.failed()).as(tool + ": " + result.text()).isFalse();
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestingPostgres.READER, TestingPostgres.SUPERUSER})
    void noPromptAndNoResourceIsFooled(String role) {
        try (ServedDatabase served = serve(role, "?search_path=" + WORSE)) {
            McpSyncClient client = served.client().sdk();
            assertThat(client.listPrompts().prompts())
                    .extracting(McpSchema.Prompt::name)
                    .hasSameElementsAs(PROMPTS.keySet());
            PROMPTS.forEach((prompt, arguments) -> {
                McpSchema.GetPromptResult result = client.getPrompt(McpSchema.GetPromptRequest.builder(prompt)
                        .arguments(arguments)
                        .build());
                assertThat(result.toString()).as(prompt).doesNotContain("fooled", "permission denied");
            });
            assertThat(client.listResources().resources())
                    .isNotEmpty()
                    .allSatisfy(
                            resource -> assertThat(client.readResource(resource).toString())
                                    .doesNotContain("fooled", "permission denied"));
        }
    }

    @Test
    void theGuardIsNotFooledByWhatFitsBetter() {
        try (ServedDatabase served = serve(TestingPostgres.READER, "?search_path=" + WORSE)) {
            assertThat(served.rows("SELECT id, upper(name) FROM things WHERE id = 1"))
                    .isEqualTo(List.of(List.of(1, "A")));
            assertThat(served.refused("query", "sql", "SELECT * FROM thing")).contains("There is: things.");
            assertThat(served.refused("query", "sql", "SELECT relname FROM pg_class WHERE relname ~ 'x'"))
                    .contains("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public,pg_catalog | public",
                "pg_catalog,public | public",
                "public, \"pg_catalog\" ,hidden | public,hidden",
                "PG_CATALOG | ''",
                "public,my_pg_catalog,pg_catalog | public,my_pg_catalog"
            })
    void postgresItselfAlwaysComesFirst(String path, String left) {
        String encoded = path.replace(" ", "%20").replace("\"", "%22");
        try (ServedDatabase served = serve(TestingPostgres.READER, "?search_path=" + encoded)) {
            assertThat(String.valueOf(served.rows("SHOW search_path")).replace(" ", ""))
                    .isEqualTo("[[" + left + "]]");
        }
    }

    @Test
    void aTemporaryTableIsGoneWithItsStatement() {
        try (ServedDatabase served = serve(TestingPostgres.SUPERUSER, "", "--admin", "--confirm=never", "--pool=1")) {
            served.ok("execute_sql", "sql", "CREATE TEMPORARY TABLE things AS SELECT 77 AS id", "dry_run", false);
            assertThat(served.rows("SELECT id FROM things")).isEqualTo(List.of(List.of(1)));
        }
    }

    private static Map<String, Object> one() {
        return Map.of("column", "id", "op", "=", "value", 1);
    }

    private static ServedDatabase serve(String role, String parameters, String... options) {
        return ServedDatabase.of(TestingPostgres.url(role, DATABASE) + parameters, options);
    }
}
