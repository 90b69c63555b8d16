package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;

/** Makes an index, while others write. A build that failed leaves one that is kept up to date and never used. */
public final class IndexBuild {

    private static final String NAMED = """
            SELECT coalesce(i.indisvalid, true) FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid WHERE n.nspname = ? AND c.relname = ?
            """;

    private final NewIndex index;
    private final String name;

    public IndexBuild(NewIndex index) {
        this.index = index;
        this.name = Identifiers.quote(index.schema(), index.name());
    }

    /** Refuses a name that is taken. */
    public void requireNew(ReadSession session) {
        List<Boolean> valid = session.list(NAMED, row -> row.getBoolean(1), index.schema(), index.name());
        if (!valid.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    valid.get(0)
                            ? "There is already something named " + name + "; look at the indexes of the table."
                            : "An earlier build of " + name + " failed, or is still running. If it failed, remove it"
                                    + " with DROP INDEX " + name + " and call again.");
        }
    }

    public void run(WriteSession session) {
        try {
            session.commandAlone(index.sqlNamed());
        } catch (ToolException e) {
            throw new ToolException(
                    e.reason(),
                    e.getMessage() + " If an unfinished index is left, remove it with DROP INDEX " + name + ".",
                    e);
        }
    }
}
