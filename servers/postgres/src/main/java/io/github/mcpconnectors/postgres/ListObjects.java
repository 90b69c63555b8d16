package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.DatabaseObject;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Page;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_objects",
        title = "List objects",
        description = "Lists tables, views, functions and other objects.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListObjects implements ToolHandler<ListObjects.Input, ListObjects.Output> {

    enum Detail {
        NAMES,
        SUMMARY
    }

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Tables and views by default") @Default("")
            List<ObjectKind> kinds,

            @Description("LIKE") @Nullable String namePattern,

            @Description("Also partitions") @Default("false")
            boolean includePartitions,

            @Description("Detail") @Default("summary") Detail detail,

            @Description("Page size") @Range(min = 1, max = 500) @Default("100")
            int limit,

            @Description("nextCursor") @Nullable String cursor,
            @Description("Database") @Nullable String database) {

        DatabaseObject.Choice choice() {
            return new DatabaseObject.Choice(schema, kinds, namePattern, includePartitions, detail == Detail.SUMMARY);
        }
    }

    record Output(
            String database,
            List<DatabaseObject> objects,
            @Nullable String nextCursor) {}

    private final Databases databases;

    ListObjects(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            Page<DatabaseObject> page = DatabaseObject.list(session, input.choice(), input.limit(), input.cursor());
            return new Output(database.name(), page.items(), page.nextCursor());
        });
    }
}
