package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListObjectsTest extends ServedShop {

    @Test
    void listsTablesAndViewsWithCommentsAndSizes() {
        assertThat(objects("schema", "public"))
                .anySatisfy(customers -> assertThat(customers)
                        .containsEntry("name", "customers")
                        .containsEntry("kind", "table")
                        .containsEntry("comment", "People who bought or might")
                        .containsEntry("rowEstimate", 300)
                        .containsKey("bytes"))
                .anySatisfy(view -> assertThat(view)
                        .containsEntry("name", "open_orders")
                        .containsEntry("kind", "view")
                        .containsEntry("comment", "Not yet paid")
                        .doesNotContainKey("rowEstimate"))
                .anySatisfy(view -> assertThat(view)
                        .containsEntry("name", "sales_by_country")
                        .containsEntry("kind", "materialized_view"));
    }

    @Test
    void countsAPartitionedTableAsOne() {
        assertThat(objects("schema", "public", "name_pattern", "payments%"))
                .singleElement()
                .satisfies(payments ->
                        assertThat(payments).containsEntry("kind", "table").containsEntry("rowEstimate", 2000));
        assertThat(names("schema", "public", "name_pattern", "payments%", "include_partitions", true))
                .containsExactly("payments", "payments_2024", "payments_2025", "payments_rest");
    }

    @Test
    void listsOtherKindsWithoutWhatExtensionsBrought() {
        assertThat(objects("schema", "public", "kinds", List.of("function", "procedure")))
                .extracting(function -> function.get("name") + "(" + function.get("arguments") + ")")
                .contains("slug(value text)", "order_value(bigint)", "commits()")
                .doesNotContain("similarity(text, text)");
        assertThat(names("kinds", List.of("type")))
                .containsExactly("address", "email_address", "order_status", "priority");
        assertThat(names("kinds", List.of("extension"))).contains("pg_trgm", "hstore");
        assertThat(names("kinds", List.of("index"), "schema", "public")).contains("products_search", "orders_pkey");
    }

    @Test
    void showsNothingThatTheRoleCannotSee() {
        List<String> all = List.of("table", "view", "index", "sequence", "function", "type");
        assertThat(objects("kinds", all, "limit", 500, "include_partitions", true))
                .isNotEmpty()
                .noneSatisfy(object -> assertThat(object).containsEntry("schema", "hidden"));
        assertThat(names("kinds", List.of("sequence"))).doesNotContain("invoice_numbers");
        try (ServedDatabase writer = ServedDatabase.as(TestingPostgres.WRITER)) {
            assertThat(writer.ok("list_objects", "kinds", List.of("sequence")).text())
                    .contains("invoice_numbers");
            assertThat(superuser.ok("list_objects", "schema", "hidden").text()).contains("tokens", "marks");
        }
    }

    @Test
    void givesEveryObjectOnceInPages() {
        List<String> all = names("limit", 500);
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            WireClient.Result page = reader.ok("list_objects", "limit", 4, "detail", "names", "cursor", cursor);
            List<Map<String, Object>> objects = Items.of(page, "objects");
            assertThat(objects)
                    .hasSizeLessThanOrEqualTo(4)
                    .noneSatisfy(object -> assertThat(object).containsKey("comment"));
            objects.forEach(object -> paged.add(String.valueOf(object.get("name"))));
            cursor = (String) page.structured().get("nextCursor");
        } while (cursor != null);
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void findsNamesWithoutRegardToCase() {
        assertThat(names("name_pattern", "odd %")).containsExactly("Odd Names");
        assertThat(names("name_pattern", "x' OR true --")).isEmpty();
        assertThat(reader.refused("list_objects", "name_pattern", "open\\")).contains("LIKE pattern");
    }

    @Test
    void tellsAnEmptySchemaFromOneThatIsNotThere() {
        assertThat(names("schema", "support", "kinds", List.of("view"))).isEmpty();
        assertThat(reader.refused("list_objects", "schema", "suport")).contains("Did you mean \"support\"?");
        assertThat(reader.refused("list_objects", "schema", "hidden")).contains("no schema of that name");
    }

    @Test
    void refusesACursorOfAnotherTool() {
        String cursor = (String) reader.ok("search_columns", "pattern", "%", "limit", 1)
                .structured()
                .get("nextCursor");
        assertThat(reader.refused("list_objects", "cursor", cursor)).contains("cursor");
        assertThat(reader.refused("list_objects", "cursor", "'; DROP TABLE customers"))
                .contains("cursor");
    }

    private static List<String> names(@Nullable Object... arguments) {
        return objects(arguments).stream()
                .map(object -> String.valueOf(object.get("name")))
                .toList();
    }

    private static List<Map<String, Object>> objects(@Nullable Object... arguments) {
        return Items.of(reader.ok("list_objects", arguments), "objects");
    }
}
