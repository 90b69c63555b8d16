package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListSchemasTest {

    @Test
    void countsWhatIsInThoseThatTheRoleMaySee() {
        try (ServedDatabase reader = ServedDatabase.as(TestingPostgres.READER);
                ServedDatabase superuser = ServedDatabase.as(TestingPostgres.SUPERUSER)) {
            Object schemas = reader.ok("list_schemas").structured().get("schemas");
            assertThat(schemas)
                    .asInstanceOf(LIST)
                    .extracting(schema -> (Object) ((Map<?, ?>) schema).get("name"))
                    .containsExactly("inventory", "public", "support");
            assertThat(schemas)
                    .asInstanceOf(LIST)
                    .contains(Map.of(
                            "name",
                            "inventory",
                            "owner",
                            "postgres",
                            "comment",
                            "What lies where",
                            "tables",
                            5,
                            "views",
                            0,
                            "functions",
                            0));
            assertThat(superuser.ok("list_schemas").text())
                    .contains("\"hidden\"")
                    .doesNotContain("pg_catalog");
            assertThat(reader.ok("list_schemas", "include_system", true).text()).contains("pg_catalog");
        }
    }
}
