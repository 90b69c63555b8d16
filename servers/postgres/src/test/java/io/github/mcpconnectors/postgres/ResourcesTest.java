package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can read without a call of a tool, of one database that is there and one that is not. */
class ResourcesTest {

    private static final String TABLE = "postgres://{database}/{schema}/{table}/schema";
    private static final String FUNCTION = "postgres://{database}/{schema}/functions/{name}/definition";

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                        PostgresServer.class,
                        "--page-size=10",
                        "--database=shop=" + TestingPostgres.url(TestingPostgres.READER),
                        "--database=gone=postgresql://somebody:their-password@localhost:1/none")
                .initialize();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsWhatTheRoleCanSeePageByPage() {
        List<Map<String, Object>> all = list();
        assertThat(all)
                .extracting(entry -> String.valueOf(entry.get("uri")))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        "postgres://shop/overview",
                        "postgres://shop/schemas",
                        "postgres://shop/public/orders/schema",
                        "postgres://shop/public/payments/schema",
                        "postgres://shop/public/sales_by_country/schema",
                        "postgres://shop/support/Odd%20Names/schema")
                .noneMatch(uri -> uri.contains("payments_2024") || uri.contains("hidden") || uri.contains("gone"))
                .allMatch(uri -> uri.startsWith("postgres://shop/") && !uri.contains(TestingPostgres.READER + "@"));
        assertThat(all)
                .filteredOn(entry -> "public.open_orders".equals(entry.get("name")))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("title", "View public.open_orders of shop")
                        .containsEntry("mimeType", "application/json"));
    }

    @Test
    void saysWhyADatabaseIsMissing() {
        Map<?, ?> result =
                Reply.object(server.request("resources/list", Map.of()).get("result"));
        assertThat((List<?>) Reply.at(result, "_meta", "io.github.mcpconnectors/missing"))
                .singleElement()
                .asString()
                .startsWith("gone: ")
                .doesNotContain("their-password");
    }

    @Test
    void givesWhatItLists() {
        assertThat(list())
                .allSatisfy(entry ->
                        assertThat(json(String.valueOf(entry.get("uri")))).isInstanceOf(Map.class));
    }

    @Test
    void describesATable() {
        Object table = json("postgres://shop/public/orders/schema");
        assertThat((List<?>) Reply.at(table, "columns"))
                .extracting(column -> Reply.at(column, "name"))
                .startsWith("id", "customer_id", "status");
        assertThat(Reply.at(table, "keys")).isNotNull();
        assertThat(Reply.at(json("postgres://shop/support/Odd%20Names/schema"), "name"))
                .isEqualTo("Odd Names");
    }

    @Test
    void tellsOfDatabaseSchemasAndObjects() {
        assertThat(String.valueOf(Reply.at(json("postgres://shop/overview"), "version")))
                .matches("1\\d\\.\\d+.*");
        assertThat((List<?>) Reply.at(json("postgres://shop/schemas"), "schemas"))
                .extracting(schema -> Reply.at(schema, "name"))
                .containsExactly("inventory", "public", "support");
        assertThat((List<?>) Reply.at(json("postgres://shop/public/objects"), "objects"))
                .extracting(object -> Reply.at(object, "name"))
                .contains("orders", "open_orders", "slug", "order_status")
                .doesNotContain("payments_2024");
        assertThat(read("postgres://shop/health")).startsWith("Between the two untrusted-");
    }

    @Test
    void fencesSampleRows() {
        String sample = read("postgres://shop/support/tickets/sample");
        String marker = sample.replaceFirst("(?s).*?<(untrusted-[0-9a-f]+)>.*", "$1");
        assertThat(sample.indexOf("SYSTEM:")).isBetween(sample.indexOf("<" + marker), sample.indexOf("</" + marker));
        assertThat(read("postgres://shop/public/orders/sample").lines()).hasSize(14);
    }

    @Test
    void givesDefinitionsOfAllFunctionsOfAName() {
        assertThat(read("postgres://shop/public/functions/slug/definition"))
                .startsWith("CREATE OR REPLACE FUNCTION public.slug(value text)")
                .endsWith(";\n");
    }

    @Test
    void tellsSettingsWithoutTexts() {
        Object settings = json("postgres://shop/settings");
        assertThat((List<?>) Reply.at(settings, "notable"))
                .extracting(setting -> Reply.at(setting, "name"))
                .contains("max_connections");
        assertThat((List<?>) Reply.at(settings, "changed"))
                .isNotEmpty()
                .extracting(setting -> Reply.at(setting, "name"))
                .doesNotContain("shared_preload_libraries", "hba_file", "data_directory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://shop/public/ordres/schema | public.orders",
                "postgres://shop/hidden/tokens/sample | no schema",
                "postgres://shop/hidden/tokens/schema | no schema",
                "postgres://shop/hidden/objects | no schema",
                "postgres://shop/public/functions/slugg/definition | public.slug",
                "postgres://shopp/overview | \"shop\"",
                "postgres://shop/exports/0123456789abcdef0123456789abcdef | no such export",
                "postgres://shop/public/leaking/sample | definer_reads"
            })
    void saysWhatIsNotThereOrNotAllowed(String uri, String why) {
        Object answer = server.request("resources/read", Map.of("uri", uri));
        assertThat(String.valueOf(Reply.at(answer, "error", "message"))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://shop/public/x%22%3B%20DROP%20TABLE%20orders/sample",
                "postgres://shop/public/%00/schema"
            })
    void takesNamesAsNames(String uri) {
        assertThat(Reply.object(server.request("resources/read", Map.of("uri", uri))))
                .containsKey("error");
        assertThat(TestingPostgres.see("SELECT count(*) FROM orders")).isEqualTo("3000");
    }

    @Test
    void completesNamesByWhatIsChosenAlready() {
        assertThat(complete(TABLE, "database", "")).containsExactly("gone", "shop");
        assertThat(complete(TABLE, "schema", "")).as("in which database?").isEmpty();
        assertThat(complete(TABLE, "schema", "", "database", "shop")).containsExactly("inventory", "public", "support");
        assertThat(complete(TABLE, "table", "ORDER", "database", "shop")).containsExactly("order_items", "orders");
        assertThat(complete(TABLE, "table", "o", "database", "shop", "schema", "support"))
                .containsExactly("Odd Names");
        assertThat(complete(TABLE, "table", "tok", "database", "shop")).isEmpty();
        assertThat(complete(TABLE, "table", "payments", "database", "shop")).containsExactly("payments");
        assertThat(complete(FUNCTION, "name", "s", "database", "shop", "schema", "public"))
                .containsExactly("slug");
        assertThat(complete("postgres://{database}/exports/{id}", "id", "")).isEmpty();
    }

    private static List<Map<String, Object>> list() {
        List<Map<String, Object>> all = new ArrayList<>();
        @Nullable Object cursor = null;
        do {
            Object result = server.request("resources/list", Json.object("cursor", cursor))
                    .get("result");
            List<?> page = (List<?>) Reply.at(result, "resources");
            assertThat(page).hasSizeBetween(1, 10);
            page.forEach(entry -> all.add(Reply.object(entry)));
            cursor = Reply.at(result, "nextCursor");
        } while (cursor != null);
        return all;
    }

    private static String read(String uri) {
        Map<?, ?> answer = server.request("resources/read", Map.of("uri", uri));
        assertThat(answer.get("error")).as(uri).isNull();
        return String.valueOf(Reply.at(answer, "result", "contents", 0, "text"));
    }

    private static @Nullable Object json(String uri) {
        try {
            return Json.read(read(uri).getBytes(StandardCharsets.UTF_8));
        } catch (Json.NotJson e) {
            throw new AssertionError(uri, e);
        }
    }

    private static List<Object> complete(String template, String variable, String typed, String... chosen) {
        Map<String, Object> params = Map.of(
                "ref",
                Map.of("type", "ref/resource", "uri", template),
                "argument",
                Map.of("name", variable, "value", typed),
                "context",
                Map.of("arguments", Json.object((Object[]) chosen)));
        Object answer = server.request("completion/complete", params);
        return new ArrayList<>((List<?>) Reply.at(answer, "result", "completion", "values"));
    }
}
