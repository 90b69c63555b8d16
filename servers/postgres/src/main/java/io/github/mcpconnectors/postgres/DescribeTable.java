package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.ColumnDetails;
import io.github.mcpconnectors.postgres.catalog.Keys;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.catalog.Summary;
import io.github.mcpconnectors.postgres.catalog.TableParts;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "describe_table",
        title = "Describe table",
        description = "Describes a table or view: columns, keys in and out, indexes and more.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class DescribeTable implements ToolHandler<DescribeTable.Input, DescribeTable.Output> {

    enum Part {
        COLUMNS,
        KEYS,
        INDEXES,
        TRIGGERS,
        POLICIES,
        PARTITIONS,
        STATS
    }

    record Input(
            @Description("Schema") @Nullable String schema,
            @Description("Table") String table,

            @Description("Parts") @Default("columns, keys, indexes")
            List<Part> include,

            @Description("Database") @Nullable String database) {}

    record Output(
            String database,
            String schema,
            String name,
            ObjectKind kind,
            Summary summary,
            @Nullable List<ColumnDetails> columns,
            @Nullable Keys keys,
            @Nullable List<TableParts.Index> indexes,
            @Nullable List<TableParts.Trigger> triggers,
            @Nullable List<TableParts.Policy> policies,
            @Nullable List<TableParts.Partition> partitions,
            TableParts.@Nullable Stats stats) {}

    private final Databases databases;

    DescribeTable(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            Relation relation = Relation.find(session, input.schema(), input.table());
            Parts parts = new Parts(session, relation, input.include());
            return new Output(
                    database.name(),
                    relation.schema(),
                    relation.name(),
                    relation.kind(),
                    Summary.of(session, relation),
                    parts.get(Part.COLUMNS, ColumnDetails::of),
                    parts.get(Part.KEYS, Keys::of),
                    parts.get(Part.INDEXES, TableParts::indexes),
                    parts.get(Part.TRIGGERS, TableParts::triggers),
                    parts.get(Part.POLICIES, TableParts::policies),
                    parts.get(Part.PARTITIONS, TableParts::partitions),
                    parts.get(Part.STATS, TableParts::stats));
        });
    }

    private record Parts(ReadSession session, Relation relation, List<Part> wanted) {

        <T> @Nullable T get(Part part, BiFunction<ReadSession, Relation, @Nullable T> of) {
            return wanted.contains(part) ? of.apply(session, relation) : null;
        }
    }
}
