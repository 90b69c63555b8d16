package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_schemas",
        title = "List schemas",
        description = "Lists the schemas of a database with the number of tables, views and functions in each.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListSchemas implements ToolHandler<ListSchemas.Input, ListSchemas.Output> {

    record Input(
            @Description("Also the system's own") @Default("false")
            boolean includeSystem,

            @Description("Database") @Nullable String database) {}

    record Output(String database, List<Schema> schemas) {}

    record Schema(String name, String owner, @Nullable String comment, long tables, long views, long functions) {

        static Schema of(ResultSet row) throws SQLException {
            return new Schema(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
        }
    }

    /** Partitions are not counted: their table is. */
    private static final String SQL = """
            SELECT n.nspname, pg_catalog.pg_get_userbyid(n.nspowner), pg_catalog.obj_description(n.oid, 'pg_namespace'),
              pg_catalog.count(*) FILTER (WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition),
              pg_catalog.count(*) FILTER (WHERE c.relkind IN ('v', 'm')),
              (SELECT pg_catalog.count(*) FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid)
            FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
            WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND n.nspname !~ '^pg_(temp|toast)'
              AND (? OR (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'))
            GROUP BY n.oid, n.nspname, n.nspowner ORDER BY n.nspname
            """;

    private final Databases databases;

    ListSchemas(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(
                call, session -> new Output(database.name(), session.list(SQL, Schema::of, input.includeSystem())));
    }
}
