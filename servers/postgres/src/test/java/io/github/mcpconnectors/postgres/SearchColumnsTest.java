package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchColumnsTest extends ServedShop {

    @Test
    void findsColumnsByNameWithTypeAndComment() {
        assertThat(reader.ok("search_columns", "pattern", "PREF%").structured())
                .containsEntry(
                        "columns",
                        List.of(Map.of(
                                "schema",
                                "public",
                                "table",
                                "customers",
                                "column",
                                "preferences",
                                "type",
                                "jsonb",
                                "comment",
                                "What they told us, such as {\"newsletter\": true}")));
    }

    @Test
    void findsColumnsByTypeInOneSchema() {
        assertThat(found("pattern", "%", "schema", "support", "type", "timestamp%"))
                .containsExactly("support.tickets.opened_at");
    }

    @Test
    void doesNotRepeatAColumnForEachPartition() {
        assertThat(found("pattern", "paid_at")).containsExactly("public.payments.paid_at");
    }

    @Test
    void showsNothingThatTheRoleCannotSee() {
        assertThat(found("pattern", "token%")).noneMatch(column -> column.startsWith("hidden."));
        TestingPostgres.run("GRANT USAGE ON SCHEMA hidden TO reader; GRANT SELECT (at) ON hidden.marks TO reader");
        try {
            assertThat(found("pattern", "%", "schema", "hidden")).containsExactly("hidden.marks.at");
            assertThat(reader.ok("describe_table", "schema", "hidden", "table", "marks")
                            .text())
                    .contains("\"at\"")
                    .doesNotContain("\"what\"");
        } finally {
            TestingPostgres.run(
                    "REVOKE USAGE ON SCHEMA hidden FROM reader; REVOKE ALL (at) ON hidden.marks FROM reader");
        }
    }

    @Test
    void givesEveryColumnOnceInPages() {
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> page = reader.ok("search_columns", "pattern", "%id", "limit", 7, "cursor", cursor)
                    .structured();
            paged.addAll(names(page));
            cursor = (String) page.get("nextCursor");
        } while (cursor != null);
        assertThat(paged).hasSizeGreaterThan(14).isEqualTo(found("pattern", "%id", "limit", 500));
    }

    private static List<String> found(@Nullable Object... arguments) {
        return names(reader.ok("search_columns", arguments).structured());
    }

    private static List<String> names(Map<String, Object> result) {
        return ((List<?>) result.get("columns"))
                .stream()
                        .map(column -> (Map<?, ?>) column)
                        .map(column -> column.get("schema") + "." + column.get("table") + "." + column.get("column"))
                        .toList();
    }
}
