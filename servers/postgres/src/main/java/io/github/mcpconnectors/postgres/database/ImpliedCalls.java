package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.CalledName;
import io.github.mcpconnectors.postgres.sql.OwnSql;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The functions that a statement calls without their names before a parenthesis: {@code t.f} for {@code f(t)}, operators,
 * casts, checks of domains, what views call, and what any of these is made of, such as an aggregate's steps and the defaults of parameters.
 *
 * @param called by the statement
 * @param imposed by policies of the tables that it reads: they decide which rows there are, and show nothing
 */
record ImpliedCalls(Set<CalledName> called, Set<CalledName> imposed) {

    /** What is an operator though it is written as a word, or not at all. */
    private static final List<String> UNWRITTEN = List.of("=", "<>", "<", "<=", ">", ">=", "~~", "!~~", "~~*", "!~~*");

    /**
     * What belongs to PostgreSQL itself is known by name; its objects have numbers below 16384. Everything is qualified, so
     * that nothing in the search path can pretend.
     */
    private static final String WRITTEN = sql("""
              SELECT 'pg_catalog.pg_proc'::regclass::oid AS class, p.object, false AS imposed FROM (
                SELECT f.oid FROM pg_catalog.pg_proc f WHERE f.oid >= 16384::oid AND f.proname = ANY (?::name[])
                UNION ALL
                SELECT f.oid FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_type t ON t.oid = f.proargtypes[0]
                WHERE pg_catalog.pg_function_is_visible(f.oid) AND f.pronargs - f.pronargdefaults <= 1
                  AND (f.proname = ANY (?::name[])
                    OR f.proname = ANY (?::name[]) AND t.typtype = ANY (ARRAY['c', 'd', 'p']::"char"[]))
                UNION ALL
                SELECT o.oprcode FROM pg_catalog.pg_operator o WHERE o.oid >= 16384::oid AND o.oprname = ANY (?::name[])
                UNION ALL
                SELECT c.castfunc %s AND (t.typname = ANY (?::name[]) OR t.oid = ANY (ARRAY(
                    SELECT pg_catalog.unnest(f.proargtypes) FROM pg_catalog.pg_proc f
                    WHERE f.oid >= 16384::oid AND f.proname = ANY (?::name[]))))) p(object)
              UNION
              SELECT 'pg_catalog.pg_constraint'::regclass::oid, c.oid, false FROM pg_catalog.pg_type t
              JOIN pg_catalog.pg_constraint c ON c.contypid = t.oid WHERE t.oid >= 16384::oid AND t.typname = ANY (?::name[])
            """);

    /**
     * Relations are those that this transaction has locked, which are none before the statement was planned. A materialized
     * view calls nothing more.
     */
    private static final String READ = sql("""
              SELECT 'pg_catalog.pg_rewrite'::regclass::oid AS class, w.oid AS object, false AS imposed FROM read r
              JOIN pg_catalog.pg_class v ON v.oid = r.relation AND v.relkind = 'v'
              JOIN pg_catalog.pg_rewrite w ON w.ev_class = v.oid AND w.ev_type = '1'
              UNION
              SELECT 'pg_catalog.pg_policy'::regclass::oid, s.oid, true FROM read r
              JOIN pg_catalog.pg_policy s ON s.polrelid = r.relation
              UNION
              SELECT 'pg_catalog.pg_proc'::regclass::oid, c.castfunc, false %s AND t.oid = ANY (ARRAY(
                SELECT a.atttypid FROM read r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.relation))
            """).replace("found AS", """
            read AS (SELECT k.relation FROM pg_catalog.pg_locks k WHERE k.locktype = 'relation'
              AND k.pid = pg_catalog.pg_backend_pid() AND k.relation >= 16384::oid), found AS""");

    private static final String CASTS = """
            FROM pg_catalog.pg_cast c CROSS JOIN LATERAL (VALUES (c.castsource), (c.casttarget)) e(type)
            JOIN pg_catalog.pg_type t ON t.oid = e.type
            WHERE c.oid >= 16384::oid AND (t.oid >= 16384::oid OR c.castsource < 16384::oid AND c.casttarget < 16384::oid)""";

    /** What is found first, and then what it is made of. */
    private static String sql(String first) {
        return """
            WITH RECURSIVE found AS (
              %s
              UNION
              SELECT d.refclassid, d.refobjid, f.imposed FROM found f
              JOIN pg_catalog.pg_depend d ON d.classid = f.class AND d.objid = f.object
              WHERE d.refclassid = 'pg_catalog.pg_proc'::regclass OR d.refclassid = 'pg_catalog.pg_operator'::regclass)
            SELECT DISTINCT n.nspname, p.proname, f.imposed FROM found f
            JOIN pg_catalog.pg_proc p ON p.oid = f.object AND f.class = 'pg_catalog.pg_proc'::regclass
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            """.formatted(first.formatted(CASTS)).replaceAll("::(regclass|oid|name|\"char\")", "::pg_catalog.$1");
    }

    /** By what the text shows, and these calls. */
    static ImpliedCalls written(SqlStatement statement, Collection<CalledName> calls, Connection connection)
            throws SQLException {
        Set<String> operators = new HashSet<>(UNWRITTEN);
        operators.addAll(statement.operators());
        List<String> functions = calls.stream().map(CalledName::name).toList();
        Set<String> types = statement.names();
        return find(
                WRITTEN,
                connection,
                List.of(
                        functions,
                        statement.valueAttributes(),
                        statement.rowAttributes(),
                        operators,
                        types,
                        functions,
                        types));
    }

    /** By the tables and views that the server has locked to plan the statement. */
    static ImpliedCalls read(Connection connection) throws SQLException {
        return find(READ, connection, List.of());
    }

    private static ImpliedCalls find(String sql, Connection connection, List<Collection<String>> names)
            throws SQLException {
        ImpliedCalls found = new ImpliedCalls(new HashSet<>(), new HashSet<>());
        try (PreparedStatement catalog = connection.prepareStatement(OwnSql.qualified(sql))) {
            for (int i = 0; i < names.size(); i++) {
                catalog.setArray(
                        i + 1, connection.createArrayOf("text", names.get(i).toArray()));
            }
            try (ResultSet row = catalog.executeQuery()) {
                while (row.next()) {
                    (row.getBoolean(3) ? found.imposed : found.called)
                            .add(new CalledName(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }

    /** Whether a call in a plan is there because of a policy. */
    boolean imposes(CalledName call) {
        return imposed.stream()
                .anyMatch(policy -> policy.name().equals(call.name())
                        && (call.schema() == null || call.schema().equals(policy.schema())));
    }
}
