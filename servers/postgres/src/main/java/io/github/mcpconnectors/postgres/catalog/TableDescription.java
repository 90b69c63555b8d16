package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A table or view as a whole, and those of its parts that somebody wants to know. */
public record TableDescription(
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
        TableParts.@Nullable Stats stats) {

    /** What can be asked for. */
    public enum Part {
        COLUMNS,
        KEYS,
        INDEXES,
        TRIGGERS,
        POLICIES,
        PARTITIONS,
        STATS
    }

    private record Parts(ReadSession session, Relation relation, List<Part> wanted) {

        <T> @Nullable T get(Part part, BiFunction<ReadSession, Relation, @Nullable T> of) {
            return wanted.contains(part) ? of.apply(session, relation) : null;
        }
    }

    public static TableDescription of(String database, Relation relation, List<Part> wanted, ReadSession session) {
        Parts parts = new Parts(session, relation, wanted);
        return new TableDescription(
                database,
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
    }
}
