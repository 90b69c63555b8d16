package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.catalog.TextArray;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.diagnosis.StatementIndexes.Recommendation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalog says of indexes that are missing or not needed, in one schema or in all. */
final class IndexReview {

    public enum Why {
        DUPLICATE,
        UNUSED
    }

    /** An unused index that supports a foreign key may still be wanted: when a row that is referred to goes. */
    public record Superfluous(
            String index, String table, Why why, @Nullable String coveredBy, long bytes, boolean supportsForeignKey) {}

    private static final int MOST = 20;

    private static final String FOREIGN_KEYS = """
            SELECT n.nspname, c.relname, ARRAY(SELECT a.attname::text
                FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY f (attnum, place)
                JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = f.attnum ORDER BY f.place),
              k.confrelid::pg_catalog.regclass::text
            FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND c.relkind = 'r' AND c.reltuples >= ? AND (?::text IS NULL OR n.nspname = ?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = k.conrelid AND i.indisvalid
                AND i.indpred IS NULL
                AND (i.indkey::int2[])[0:pg_catalog.cardinality(k.conkey) - 1] OPERATOR(pg_catalog.@>) k.conkey)
            ORDER BY c.reltuples DESC, 1, 2, 3 LIMIT ?
            """;

    private static final String COUNTED_LONG = """
            SELECT coalesce(stats_reset, pg_catalog.pg_postmaster_start_time()) < (pg_catalog.now() - interval '1 day')
            FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()
            """;

    private final ReadSession session;
    private final @Nullable String schema;

    IndexReview(ReadSession session, @Nullable String schema) {
        this.session = session;
        this.schema = schema;
    }

    /** Of larger tables, where nothing helps to find the rows that refer to another one. */
    List<Recommendation> foreignKeys(int most) {
        return session.list(
                FOREIGN_KEYS,
                row -> {
                    List<String> columns = TextArray.of(row, 3);
                    NewIndex index = NewIndex.plain(row.getString(1), row.getString(2), columns);
                    String reason = "Its foreign key to " + row.getString(4)
                            + " has no index: joins and deletes there read the whole table";
                    return Recommendation.untried(index, reason);
                },
                TableSizes.LARGE,
                schema,
                schema,
                most);
    }

    List<Superfluous> superfluous(List<String> notes) {
        List<Superfluous> found = new ArrayList<>(session.list(
                "SELECT * FROM (" + IndexHealth.SUPERFLUOUS + ") s WHERE ?::text IS NULL OR schema = ? LIMIT ?",
                row -> new Superfluous(
                        row.getString(2), row.getString(3), Why.DUPLICATE, row.getString(4), row.getLong(5), false),
                schema,
                schema,
                MOST));
        if (session.list(COUNTED_LONG, row -> row.getBoolean(1)).contains(true)) {
            found.addAll(session.list(
                    "SELECT * FROM (" + IndexHealth.UNREAD + ") s WHERE ?::text IS NULL OR schema = ? LIMIT ?",
                    row -> new Superfluous(
                            row.getString(2), row.getString(3), Why.UNUSED, null, row.getLong(4), row.getBoolean(5)),
                    schema,
                    schema,
                    MOST));
        } else {
            notes.add("Reads of indexes are counted for less than a day: too short to say which are unused.");
        }
        return found;
    }
}
