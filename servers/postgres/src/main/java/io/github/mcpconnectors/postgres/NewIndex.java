package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An index to be made, under a name that tells what it is, as PostgreSQL itself would choose it. */
record NewIndex(TargetTable table, List<String> columns, Method method, boolean unique) {

    enum Method {
        BTREE,
        HASH,
        GIN,
        GIST,
        BRIN
    }

    /** Longer names are cut by the server (NAMEDATALEN). */
    private static final int NAME_BYTES = 63;

    String name() {
        String kind = method == Method.BTREE ? "" : "_" + word();
        String end = kind + (unique ? "_key" : "_idx");
        String start = table.name() + "_" + String.join("_", columns);
        while ((start + end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + end;
    }

    String ddl() {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + Identifiers.quote(name()) + " ON "
                + table.sql() + " USING " + word()
                + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ")"));
    }

    void build(WriteSession session) {
        try {
            session.commandAlone(ddl());
        } catch (ToolException e) {
            throw new ToolException(
                    e.reason(),
                    e.getMessage() + " If an unfinished index is left, remove it with DROP INDEX " + quoted() + ".",
                    e);
        }
    }

    private String quoted() {
        return Identifiers.quote(table.schema(), name());
    }

    private String word() {
        return method.name().toLowerCase(Locale.ROOT);
    }

    /** Refuses a name that is taken. A build that failed leaves an index that is kept up to date and never used. */
    void requireNew(ReadSession session) {
        List<Boolean> valid = session.list("""
                SELECT coalesce(i.indisvalid, true) FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid WHERE n.nspname = ? AND c.relname = ?
                """, row -> row.getBoolean(1), table.schema(), name());
        if (!valid.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    valid.get(0)
                            ? "There is already something named " + quoted() + "; look at the indexes of the table."
                            : "An earlier build of " + quoted()
                                    + " failed, or is still running. If it failed, remove it" + " with DROP INDEX "
                                    + quoted() + " and call again.");
        }
    }
}
