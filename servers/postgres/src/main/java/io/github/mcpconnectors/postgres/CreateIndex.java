package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.change.IndexBuild;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "create_index",
        title = "Create index",
        description = "Builds an index without blocking writers.",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class CreateIndex implements ToolHandler<CreateIndex.Input, CreateIndex.Output> {

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Table") String table,

            @Description("In order") @Length(min = 1, max = 32)
            List<String> columns,

            @Description("Kind") @Default("btree") NewIndex.Method method,

            @Description("Allow no duplicates") @Default("false")
            boolean unique,

            @Description("Only show") @Default("false") boolean dryRun,

            @Description("Database") @Nullable String database) {}

    record Output(String database, String table, String index, String ddl, boolean created) {}

    private final Databases databases;

    CreateIndex(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.write(call, Writing.TABLES, session -> create(input, database.name(), session));
    }

    private static Output create(Input input, String database, WriteSession session) {
        Table table = Table.toIndex(session.reading(), input.schema(), input.table());
        NewIndex index = table.index(input.columns(), input.method(), input.unique());
        IndexBuild build = new IndexBuild(index);
        build.requireNew(session.reading());
        if (!input.dryRun()) {
            build.run(session);
        }
        return new Output(database, table.relation().toString(), index.name(), index.sqlNamed(), !input.dryRun());
    }
}
