package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GetDefinitionTest extends ServedShop {

    @Test
    void showsHowEachKindWasMade() {
        assertThat(ddl("kind", "view", "name", "open_orders"))
                .startsWith("CREATE VIEW public.open_orders AS\n")
                .contains("JOIN customers c ON");
        assertThat(ddl("kind", "materialized_view", "name", "sales_by_country"))
                .startsWith("CREATE MATERIALIZED VIEW public.sales_by_country AS\n");
        assertThat(ddl("kind", "trigger", "name", "mark_order"))
                .startsWith("CREATE TRIGGER mark_order BEFORE UPDATE ON orders");
        assertThat(ddl("kind", "index", "name", "products_search"))
                .isEqualTo("CREATE INDEX products_search ON public.products USING gin (search)");
        assertThat(ddl("kind", "type", "schema", "support", "name", "priority"))
                .isEqualTo("CREATE TYPE support.priority AS ENUM ('low', 'normal', 'high')");
        assertThat(ddl("kind", "type", "name", "address"))
                .isEqualTo("CREATE TYPE public.address AS (street text, city text, postcode text)");
        assertThat(ddl("kind", "type", "name", "email_address"))
                .startsWith("CREATE DOMAIN public.email_address AS citext CONSTRAINT")
                .contains("CHECK (VALUE ~ '@'::citext)");
        try (ServedDatabase writer = ServedDatabase.as(TestingPostgres.WRITER)) {
            assertThat(writer.ok("get_definition", "kind", "sequence", "name", "customers_id_seq")
                            .text())
                    .contains("CREATE SEQUENCE public.customers_id_seq AS integer INCREMENT BY 1 MINVALUE 1");
        }
    }

    @Test
    void tellsWhatKindOfFunctionItIs() {
        assertThat(reader.ok("get_definition", "kind", "function", "name", "definer_reads")
                        .structured())
                .containsEntry("language", "sql")
                .containsEntry("volatility", "stable")
                .containsEntry("securityDefiner", true);
        assertThat(ddl("kind", "procedure", "name", "commits"))
                .startsWith("CREATE OR REPLACE PROCEDURE public.commits()");
    }

    @Test
    void asksWhichOfSeveralIsMeant() {
        TestingPostgres.run("CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql AS 'SELECT 2 * a';"
                + "CREATE FUNCTION twice(a text, b int) RETURNS text LANGUAGE sql AS 'SELECT a || a'");
        try {
            assertThat(reader.refused("get_definition", "kind", "function", "name", "twice"))
                    .contains("signature", "\"a integer\"", "\"a text, b integer\"");
            assertThat(ddl("kind", "function", "name", "twice", "signature", "a integer"))
                    .contains("2 * a");
            assertThat(ddl("kind", "function", "name", "twice", "signature", "(text, integer)"))
                    .contains("a || a");
            assertThat(reader.refused("get_definition", "kind", "function", "name", "twice", "signature", "date"))
                    .contains("\"a integer\"");
        } finally {
            TestingPostgres.run("DROP FUNCTION twice(int); DROP FUNCTION twice(text, int)");
        }
    }

    @Test
    void saysWhichOneMayHaveBeenMeantAndNothingOfWhatIsHidden() {
        assertThat(reader.refused("get_definition", "kind", "view", "name", "open_order"))
                .contains("There is: public.open_orders.");
        assertThat(reader.refused("get_definition", "kind", "function", "name", "slugs"))
                .contains("public.slug");
        assertThat(reader.refused("get_definition", "kind", "index", "schema", "hidden", "name", "tokens_pkey"))
                .doesNotContain("hidden.tokens_pkey");
        assertThat(reader.refused("get_definition", "kind", "sequence", "name", "invoice_numbers"))
                .doesNotContain("public.invoice_numbers");
    }

    private static String ddl(@Nullable Object... arguments) {
        return String.valueOf(
                reader.ok("get_definition", arguments).structured().get("ddl"));
    }
}
