package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as a whole.
 *
 * @param rowEstimate as last counted by the server
 * @param bytes with indexes and long values
 * @param rowSecurity whether policies decide who sees which rows
 * @param partitionBy such as RANGE (paid_at)
 * @param partitionOf the table it is a part of, with its bounds
 */
public record Summary(
        @Nullable String comment,
        @Nullable Long rowEstimate,
        @Nullable Long bytes,
        boolean rowSecurity,
        @Nullable String partitionBy,
        @Nullable String partitionOf) {

    private static final String SQL = """
            SELECT pg_catalog.obj_description(c.oid, 'pg_class'), e.rows,
              CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_total_relation_size(c.oid)
                WHEN c.relkind = 'p' THEN (SELECT pg_catalog.sum(pg_catalog.pg_total_relation_size(p.relid))::pg_catalog.int8
                  FROM pg_catalog.pg_partition_tree(c.oid) p) END,
              c.relrowsecurity, pg_catalog.pg_get_partkeydef(c.oid),
              (SELECT p.oid::pg_catalog.regclass || ' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid)
                FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
                WHERE h.inhrelid = c.oid AND c.relispartition)
            FROM pg_catalog.pg_class c
            """ + Relation.ESTIMATE + "WHERE c.oid = ?::pg_catalog.oid";

    public static Summary of(ReadSession session, Relation relation) {
        return session.list(SQL, Summary::of, relation.oid()).get(0);
    }

    private static Summary of(ResultSet row) throws SQLException {
        return new Summary(
                row.getString(1),
                row.getObject(2, Long.class),
                row.getObject(3, Long.class),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6));
    }
}
