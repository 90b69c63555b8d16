package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tool that takes the name of a table or schema says the same when the name is of no use to it. */
class WrongNamesTest {

    private static final Object FILTERS = List.of(Map.of("column", "id", "op", "=", "value", 1));

    /** The tools that take a table, with what else they want. */
    private static final Map<String, List<Object>> TOOLS = Map.of(
            "read_rows",
            List.of(),
            "count_rows",
            List.of(),
            "describe_table",
            List.of(),
            "insert_rows",
            List.of("rows", List.of(Map.of("id", 1))),
            "update_rows",
            List.of("set", Map.of("id", 1), "filters", FILTERS),
            "delete_rows",
            List.of("filters", FILTERS),
            "create_index",
            List.of("columns", List.of("id")),
            "analyze_table",
            List.of(),
            "vacuum_table",
            List.of());

    private static ServedDatabase reader;
    private static ServedDatabase empty;

    @BeforeAll
    static void start() {
        TestingPostgres.run("CREATE TABLE kept_to_itself (id integer)");
        TestingPostgres.run("CREATE DATABASE nothing_in_it");
        reader = ServedDatabase.as(TestingPostgres.READER, "--write", "--admin", "--confirm=never");
        empty = ServedDatabase.of(
                TestingPostgres.url(TestingPostgres.SUPERUSER, "nothing_in_it"),
                "--write",
                "--admin",
                "--confirm=never");
    }

    @AfterAll
    static void stop() {
        reader.close();
        empty.close();
        TestingPostgres.run("DROP TABLE kept_to_itself");
        TestingPostgres.run("DROP DATABASE nothing_in_it WITH (FORCE)");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void saysWhichTableMayHaveBeenMeant(String tool) {
        assertThat(refused(reader, tool, "table", "costumers"))
                .isEqualTo("There is no table or view of that name on the search path; name its schema if it is"
                        + " elsewhere. There is: public.customers.");
        assertThat(refused(reader, tool, "schema", "support", "table", "ticket"))
                .isEqualTo("There is no table or view of that name in that schema. There is: support.tickets.");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void saysWhichSchemaMayHaveBeenMeant(String tool) {
        assertThat(refused(reader, tool, "schema", "suport", "table", "tickets"))
                .satisfies(WrongNamesTest::noSchema);
    }

    @Test
    void saysWhichSchemaMayHaveBeenMeantWhereNoTableIsNamed() {
        noSchema(reader.refused("list_objects", "schema", "suport"));
        noSchema(reader.refused("search_columns", "schema", "suport", "pattern", "%"));
        noSchema(reader.refused("get_definition", "schema", "suport", "kind", "view", "name", "v"));
        noSchema(reader.refused("recommend_indexes", "schema", "suport"));
    }

    private static Stream<String> tools() {
        return TOOLS.keySet().stream();
    }

    private static String refused(ServedDatabase database, String tool, Object... arguments) {
        return database.refused(
                tool,
                Stream.concat(Stream.of(arguments), Objects.requireNonNull(TOOLS.get(tool)).stream())
                        .toArray());
    }

    private static void noSchema(String refusal) {
        assertThat(refusal).contains("There is no schema of that name", "Did you mean \"support\"?", "list_schemas");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void tellsATableWithoutRightsFromNone(String tool) {
        assertThat(refused(reader, tool, "table", "kept_to_itself"))
                .isEqualTo("The role has no rights on public.kept_to_itself; its owner can GRANT them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read_rows", "count_rows"})
    void saysThatATableCanOnlyBeWrittenTo(String tool) {
        TestingPostgres.run("GRANT INSERT ON kept_to_itself TO reader");
        try {
            assertThat(refused(reader, tool, "table", "kept_to_itself"))
                    .isEqualTo("The role may not read any column of public.kept_to_itself; its owner can GRANT it.");
        } finally {
            TestingPostgres.run("REVOKE INSERT ON kept_to_itself FROM reader");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create_index", "analyze_table", "vacuum_table"})
    void tellsAViewFromATable(String tool) {
        assertThat(refused(reader, tool, "table", "open_orders"))
                .startsWith("public.open_orders is a view; this works on a table or a materialized view");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert_rows", "update_rows", "delete_rows"})
    void saysWhichViewsCannotBeChanged(String tool) {
        assertThat(refused(reader, tool, "table", "sales_by_country"))
                .isEqualTo("public.sales_by_country is a materialized view; this works on a table or a view or a"
                        + " foreign table only.");
        assertThat(refused(reader, tool, "table", "open_orders")).contains("view \"open_orders\"", "55000", "Hint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert_rows", "delete_rows", "create_index", "analyze_table", "vacuum_table"})
    void changesNothingOfTheSystems(String tool) {
        assertThat(refused(reader, tool, "schema", "pg_catalog", "table", "pg_class"))
                .isEqualTo("pg_catalog.pg_class belongs to the system and is not changed by tools.");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void findsNothingInAnEmptyDatabase(String tool) {
        assertThat(refused(empty, tool, "table", "customers"))
                .isEqualTo("There is no table or view of that name on the search path; name its schema if it is"
                        + " elsewhere.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list_schemas",
                "list_objects",
                "database_overview",
                "check_health",
                "list_activity",
                "list_blocking",
                "recommend_indexes",
                "security_posture"
            })
    void hasSomethingToSayOfAnEmptyDatabase(String tool) {
        assertThat(empty.ok(tool).text()).isNotEmpty();
    }
}
