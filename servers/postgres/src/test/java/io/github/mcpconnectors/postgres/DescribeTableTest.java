package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeTableTest extends ServedShop {

    @Test
    void tellsWhatEachColumnIs() {
        assertThat(Items.of(reader.ok("describe_table", "table", "orders"), "columns"))
                .contains(Map.of(
                        "name",
                        "status",
                        "type",
                        "order_status",
                        "nullable",
                        false,
                        "default",
                        "'open'::order_status",
                        "enumValues",
                        List.of("open", "paid", "shipped", "returned")));
        assertThat(Items.of(reader.ok("describe_table", "table", "customers"), "columns"))
                .contains(
                        Map.of("name", "id", "type", "integer", "nullable", false, "identity", "always"),
                        Map.of("name", "home", "type", "address", "nullable", true))
                .anySatisfy(column ->
                        assertThat(column).asString().contains("preferences", "What they told us", "'{}'::jsonb"));
        assertThat(Items.of(reader.ok("describe_table", "table", "products"), "columns"))
                .anySatisfy(column ->
                        assertThat(column).asString().contains("name=search", "generated=to_tsvector('english'"));
    }

    @Test
    void tellsKeysInAndOut() {
        WireClient.Result orders = reader.ok("describe_table", "table", "orders");
        assertThat(keys(orders).get("primaryKey")).isEqualTo(List.of("id"));
        assertThat(keys(orders).get("foreignKeys"))
                .isEqualTo(List.of(Map.of(
                        "name",
                        "orders_customer_id_fkey",
                        "columns",
                        List.of("customer_id"),
                        "schema",
                        "public",
                        "table",
                        "customers",
                        "tableColumns",
                        List.of("id"))));
        assertThat((List<?>) keys(orders).get("referencedBy"))
                .extracting(key -> (Object) ((Map<?, ?>) key).get("table"))
                .containsExactly("order_items", "payments");
        assertThat(keys(orders).get("referencedBy")).asString().contains("onDelete=cascade");
        Map<?, ?> categories = keys(reader.ok("describe_table", "table", "categories"));
        assertThat(categories.get("foreignKeys")).asString().contains("columns=[parent_id]", "tableColumns=[id]");
        assertThat(categories.get("referencedBy")).asString().contains("columns=[id]", "tableColumns=[parent_id]");
        assertThat(keys(reader.ok("describe_table", "table", "reviews")).get("checks"))
                .asString()
                .contains("stars >= 1");
        assertThat(keys(reader.ok("describe_table", "table", "customers")).get("unique"))
                .asString()
                .contains("UNIQUE (email)");
    }

    @Test
    void tellsIndexesTriggersPartitionsAndStatisticsWhenAsked() {
        assertThat(reader.ok("describe_table", "table", "products").text())
                .contains("USING gin (search)")
                .doesNotContain("\"triggers\"", "\"stats\"");
        assertThat(reader.ok("describe_table", "table", "orders", "include", List.of("triggers", "stats"))
                        .text())
                .contains("EXECUTE FUNCTION mark_order()", "\"liveRows\":3000")
                .doesNotContain("\"columns\"");
        WireClient.Result payments = reader.ok("describe_table", "table", "payments", "include", List.of("partitions"));
        assertThat(Items.of(payments, "partitions")).hasSize(3);
        assertThat(payments.text()).contains("RANGE (paid_at)", "FOR VALUES FROM", "\"rowEstimate\":2000");
        assertThat(reader.ok("describe_table", "table", "payments_rest", "include", List.of())
                        .text())
                .contains("payments DEFAULT");
    }

    @Test
    void tellsPoliciesOfRowSecurity() {
        TestingPostgres.run(
                "CREATE TABLE secured (owner text); ALTER TABLE secured ENABLE ROW LEVEL SECURITY;"
                        + "CREATE POLICY own ON secured FOR SELECT TO reader USING (owner = current_user); GRANT SELECT ON secured TO reader");
        try {
            assertThat(reader.ok("describe_table", "table", "secured", "include", List.of("policies"))
                            .structured())
                    .containsEntry(
                            "policies",
                            List.of(Map.of(
                                    "name",
                                    "own",
                                    "command",
                                    "select",
                                    "permissive",
                                    true,
                                    "roles",
                                    List.of("reader"),
                                    "using",
                                    "(owner = CURRENT_USER)")))
                    .extractingByKey("summary")
                    .asString()
                    .contains("rowSecurity=true");
        } finally {
            TestingPostgres.run("DROP TABLE secured");
        }
    }

    @Test
    void describesViews() {
        WireClient.Result view = reader.ok("describe_table", "table", "open_orders");
        assertThat(view.structured()).containsEntry("kind", "view");
        assertThat(Items.of(view, "columns")).hasSize(3);
    }

    @Test
    void readsASchemaInFrontOfTheName() {
        assertThat(reader.ok("describe_table", "table", "support.tickets").structured())
                .containsEntry("schema", "support")
                .containsEntry("name", "tickets");
        assertThat(reader.ok("read_rows", "table", "support.tickets", "limit", 1)
                        .text())
                .contains("untrusted-");
        TestingPostgres.run("CREATE TABLE \"support.tickets\" (dotted integer)");
        try {
            assertThat(reader.refused("describe_table", "table", "support.tickets"))
                    .isEqualTo("The role has no rights on public.support.tickets; its owner can GRANT them.");
        } finally {
            TestingPostgres.run("DROP TABLE \"support.tickets\"");
        }
    }

    @Test
    void saysWhichTableMayHaveBeenMeant() {
        assertThat(reader.refused("describe_table", "table", "costumers")).contains("There is: public.customers.");
        assertThat(reader.refused("describe_table", "table", "tickets")).contains("search path", "support.tickets");
        assertThat(reader.refused("describe_table", "schema", "inventory", "table", "orders"))
                .contains("public.orders");
        assertThat(reader.refused("describe_table", "schema", "hidden", "table", "tokens"))
                .contains("no schema of that name")
                .doesNotContain("There is: hidden");
    }

    private static Map<?, ?> keys(WireClient.Result result) {
        return (Map<?, ?>) result.structured().get("keys");
    }
}
