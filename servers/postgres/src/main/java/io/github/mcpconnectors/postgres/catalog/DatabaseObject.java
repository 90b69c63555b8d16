package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something in a schema. Functions and types that an extension brought are not listed: the extension is.
 *
 * @param arguments of a function, as get_definition wants them
 * @param rowEstimate as last counted by the server; bytes too
 */
public record DatabaseObject(
        String schema,
        String name,
        ObjectKind kind,
        @Nullable String arguments,
        @Nullable String comment,
        @Nullable Long rowEstimate,
        @Nullable Long bytes) {

    /**
     * Which ones.
     *
     * @param kinds tables and views of all kinds if there are none
     * @param namePattern for LIKE, letter case aside
     * @param details whether to look up comments and sizes
     */
    public record Choice(
            @Nullable String schema,
            List<ObjectKind> kinds,
            @Nullable String namePattern,
            boolean partitions,
            boolean details) {

        private static final Set<ObjectKind> USUAL =
                Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);

        String[] kindNames() {
            return (kinds.isEmpty() ? USUAL : kinds).stream().map(Enum::name).toArray(String[]::new);
        }
    }

    private static final String NO_MEMBER = """
             AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.%1$s'::pg_catalog.regclass
              AND d.objid = %2$s.oid AND d.deptype = 'e')
            """;

    /** Everything that the role may see; an index is seen by who sees its table. */
    private static final String EVERYTHING = ("SELECT n.nspname AS schema, c.relname AS name, " + ObjectKind.OF_CLASS
                    + """
             AS kind, c.oid, 'pg_class' AS catalog, c.relispartition AS partition
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
            LEFT JOIN pg_catalog.pg_class b ON b.oid = i.indrelid
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I')
              AND CASE c.relkind WHEN 'S' THEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                  AND pg_catalog.has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE')
                WHEN 'i' THEN TABLE_VISIBLE WHEN 'I' THEN TABLE_VISIBLE ELSE VISIBLE END
            UNION ALL
            SELECT n.nspname, p.proname, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, p.oid, 'pg_proc', false
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_function_privilege(p.oid, 'EXECUTE')
            """ + NO_MEMBER.formatted("pg_proc", "p") + """
            UNION ALL
            SELECT n.nspname, t.typname, 'TYPE', t.oid, 'pg_type', false
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_type_privilege(t.oid, 'USAGE')
              AND (t.typtype IN ('e', 'd', 'r') OR EXISTS (
                SELECT FROM pg_catalog.pg_class k WHERE k.oid = t.typrelid AND k.relkind = 'c'))
            """ + NO_MEMBER.formatted("pg_type", "t") + """
            UNION ALL
            SELECT n.nspname, x.extname, 'EXTENSION', x.oid, 'pg_extension', false
            FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
            """)
            .replace("TABLE_VISIBLE", Relation.visible("b", "n"))
            .replace("VISIBLE", Relation.visible("c", "n"));

    /** What takes time is looked up for one page only. */
    private static final String SQL = """
            WITH chosen AS (SELECT ?::pg_catalog.text AS schema, ?::pg_catalog.text[] AS kinds, ?::pg_catalog.text AS pattern,
                ?::pg_catalog.bool AS partitions, ?::pg_catalog.bool AS details, ?::pg_catalog.name AS after_schema,
                ?::pg_catalog.name AS after_name, ?::pg_catalog.text AS after_kind, ?::pg_catalog.text AS after_id),
              page AS (SELECT o.*, chosen.details FROM chosen, (%s) o
                WHERE o.kind = ANY (chosen.kinds) AND (chosen.partitions OR NOT o.partition)
                  AND (o.schema = chosen.schema
                    OR (chosen.schema IS NULL AND o.schema !~ '^pg_' AND o.schema <> 'information_schema'))
                  AND (chosen.pattern IS NULL OR o.name ILIKE chosen.pattern)
                  AND (chosen.after_id IS NULL OR (o.schema, o.name, o.kind, o.oid::pg_catalog.text)
                    > (chosen.after_schema, chosen.after_name, chosen.after_kind, chosen.after_id))
                ORDER BY o.schema, o.name, o.kind, o.oid::pg_catalog.text LIMIT ?)
            SELECT o.schema, o.name, o.kind, o.oid::pg_catalog.text,
              CASE o.catalog WHEN 'pg_proc' THEN pg_catalog.pg_get_function_identity_arguments(o.oid) END,
              CASE WHEN o.details THEN pg_catalog.obj_description(o.oid, o.catalog::pg_catalog.name) END, e.rows, e.bytes
            FROM page o LEFT JOIN pg_catalog.pg_class c ON o.details AND o.catalog = 'pg_class' AND c.oid = o.oid
            %s ORDER BY o.schema, o.name, o.kind, o.oid::pg_catalog.text
            """.formatted(EVERYTHING, Relation.ESTIMATE);

    private record Found(DatabaseObject object, String oid) {

        static Found of(ResultSet row) throws SQLException {
            DatabaseObject object = new DatabaseObject(
                    row.getString(1),
                    row.getString(2),
                    ObjectKind.valueOf(row.getString(3)),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, Long.class),
                    row.getObject(8, Long.class));
            return new Found(object, row.getString(4));
        }

        String cursor() {
            return TextCursor.after(object.schema, object.name, object.kind.name(), oid);
        }
    }

    /** Sorted by schema and name. */
    public static Page<DatabaseObject> list(ReadSession session, Choice choice, int limit, @Nullable String cursor) {
        @Nullable String[] after = TextCursor.key(cursor, 4);
        List<Found> found = session.list(
                SQL,
                Found::of,
                choice.schema(),
                choice.kindNames(),
                choice.namePattern(),
                choice.partitions(),
                choice.details(),
                after[0],
                after[1],
                after[2],
                after[3],
                limit + 1);
        if (found.isEmpty() && choice.schema() != null) {
            Schemas.require(session, choice.schema());
        }
        Page<Found> page = Page.of(found, limit, Found::cursor);
        return new Page<>(page.items().stream().map(Found::object).toList(), page.nextCursor());
    }
}
