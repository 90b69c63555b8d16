package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.sql.Savepoint;
import java.util.List;

/** Indexes that exist for the planner of one session alone, by the extension hypopg. */
public final class HypotheticalIndexes {

    static final String SCHEMA = """
            SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'hypopg'
            """;

    /** One of them, which {@code name} calls in plans. */
    public record Made(String name, long bytes) {}

    private final ReadSession session;
    private final String schema;

    HypotheticalIndexes(ReadSession session, String schema) {
        this.session = session;
        this.schema = schema;
    }

    /** What is done with them. */
    public interface Work<T> {

        T with(List<Made> indexes);
    }

    /** Works while the planner believes in these indexes. */
    public <T> T during(List<NewIndex> indexes, Work<T> work) {
        try (Trial trial = new Trial(session.savepoint())) {
            return work.with(indexes.stream().map(trial::make).toList());
        }
    }

    /** They outlive the transaction, so they are taken back at once. */
    private final class Trial implements AutoCloseable {

        private final Savepoint before;

        Trial(Savepoint before) {
            this.before = before;
        }

        Made make(NewIndex index) {
            String sql = "SELECT i.indexname, " + function("hypopg_relation_size") + "(i.indexrelid) FROM "
                    + function("hypopg_create_index") + "(?) i";
            return session.list(sql, row -> new Made(row.getString(1), row.getLong(2)), index.sql())
                    .get(0);
        }

        @Override
        public void close() {
            session.goBack(before);
            session.list("SELECT " + function("hypopg_reset") + "()", row -> true);
        }
    }

    private String function(String name) {
        return Identifiers.quote(schema, name);
    }
}
