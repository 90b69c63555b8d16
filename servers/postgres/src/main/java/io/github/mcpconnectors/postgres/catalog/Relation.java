package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table, a view or the like that the role may see.
 *
 * @param parent whether other tables inherit from it, so that its keys are not unique in what a query of it gives
 */
public record Relation(long oid, String schema, String name, ObjectKind kind, boolean parent) {

    private static final String FOUND =
            "SELECT c.oid, n.nspname, c.relname, " + ObjectKind.OF_CLASS + """
             AS kind, c.relkind = 'r' AND c.relhassubclass AS parent, pg_catalog.pg_table_is_visible(c.oid) AS visible,
              ALLOWED AS allowed
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
            """.replace("ALLOWED", visible("c", "n"));

    private static final String BY_NAME = "SELECT oid::pg_catalog.int8, nspname, relname, kind, parent, allowed FROM ("
            + FOUND + ") found WHERE relname = ?::text AND (nspname = ?::text OR (?::text IS NULL AND visible))";

    private static final String OF_NAMES = "SELECT oid::pg_catalog.int8, nspname, relname, kind, parent, allowed FROM ("
            + FOUND + ") found WHERE allowed AND relname = ANY (?) ORDER BY visible DESC, nspname, relname LIMIT ?";

    private static final String NAMES = "SELECT nspname, relname FROM (" + FOUND
            + ") found WHERE allowed AND nspname !~ '^pg_' AND nspname <> 'information_schema' LIMIT "
            + NearNames.LIMIT;

    /**
     * Rows and bytes as last counted by the server, those of partitions added up: a join for a pg_class row c. It takes no
     * lock on the table, as the exact sizes do.
     */
    static final String ESTIMATE = """
            LEFT JOIN LATERAL (
              WITH RECURSIVE part(oid) AS (SELECT c.oid UNION ALL
                SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN part ON i.inhparent = part.oid WHERE c.relkind = 'p')
              SELECT pg_catalog.sum(nullif(k.reltuples, '-1'::pg_catalog.float4))::pg_catalog.int8 AS rows,
                nullif(pg_catalog.sum(k.relpages), 0::pg_catalog.int8)::pg_catalog.int8
                  * pg_catalog.current_setting('block_size')::int AS bytes
              FROM part JOIN pg_catalog.pg_class k ON k.oid = part.oid WHERE k.relkind <> 'p'
            ) e ON c.relkind IN ('r', 'p', 'm')
            """;

    /** Whether the role may do anything with a pg_class row of a pg_namespace row, as information_schema.tables has it. */
    static String visible(String relation, String namespace) {
        return """
                (pg_catalog.has_schema_privilege(N.oid, 'USAGE') AND (pg_catalog.pg_has_role(C.relowner, 'USAGE')
                  OR pg_catalog.has_table_privilege(C.oid, 'SELECT, INSERT, UPDATE, DELETE, REFERENCES, TRIGGER')
                  OR pg_catalog.has_any_column_privilege(C.oid, 'SELECT, INSERT, UPDATE, REFERENCES')))\
                """.replace("N.", namespace + ".").replace("C.", relation + ".");
    }

    private record Found(Relation relation, boolean allowed) {

        static Found of(ResultSet row) throws SQLException {
            ObjectKind kind = ObjectKind.valueOf(row.getString(4));
            return new Found(
                    new Relation(row.getLong(1), row.getString(2), row.getString(3), kind, row.getBoolean(5)),
                    row.getBoolean(6));
        }
    }

    /**
     * The one of this name, which is exactly as the catalog spells it; without a schema the first on the search path, and
     * else what schema.name means, since that is how we and others write it.
     */
    public static Relation find(ReadSession session, @Nullable String schema, String name) {
        List<Found> found = session.list(BY_NAME, Found::of, name, schema, schema);
        int dot = name.indexOf('.');
        if (found.isEmpty() && schema == null && dot > 0) {
            String before = name.substring(0, dot);
            found = session.list(BY_NAME, Found::of, name.substring(dot + 1), before, before);
        }
        if (found.isEmpty() && schema != null) {
            Schemas.require(session, schema);
        }
        if (found.isEmpty()) {
            throw NearNames.notFound("table or view", schema, name, session.list(NAMES, NearNames.Name::of));
        }
        Relation relation = found.get(0).relation;
        if (!found.get(0).allowed) {
            throw new ToolException(
                    Reason.DENIED, "The role has no rights on " + relation + "; its owner can GRANT them.");
        }
        return relation;
    }

    /** As above, to change something; of one of these kinds, and not the system's own. */
    public static Relation toChange(ReadSession session, @Nullable String schema, String name, ObjectKind... kinds) {
        Relation relation = find(session, schema, name);
        if (relation.schema.startsWith("pg_") || relation.schema.equals("information_schema")) {
            throw new ToolException(Reason.DENIED, relation + " belongs to the system and is not changed by tools.");
        }
        if (!List.of(kinds).contains(relation.kind)) {
            String wanted = Stream.of(kinds).map(ObjectKind::noun).collect(Collectors.joining(" or a "));
            throw new ToolException(
                    Reason.INVALID,
                    relation + " is a " + relation.kind.noun() + "; this works on a " + wanted + " only.");
        }
        return relation;
    }

    /** All that have one of these names, in any schema; those on the search path first. */
    public static List<Relation> named(ReadSession session, List<String> names, int most) {
        return session.list(OF_NAMES, Found::of, names.toArray(String[]::new), most).stream()
                .map(Found::relation)
                .toList();
    }

    /** As it is written in a statement. */
    public String quoted() {
        return Identifiers.quote(schema, name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
