package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.CalledName;
import io.github.mcpconnectors.postgres.sql.OwnSql;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final String WRITTEN = sql("", """
              SELECT 'pg_catalog.pg_proc'::regclass::oid AS class, p.object, false AS imposed FROM (
                SELECT f.oid FROM pg_catalog.pg_proc f WHERE f.oid >= 16384::oid AND f.proname = ANY (?::name[])
                UNION ALL
                SELECT f.oid FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_type t ON t.oid = f.proargtypes[0]
                WHERE pg_catalog.pg_function_is_visible(f.oid) AND f.pronargs - f.pronargdefaults <= 1
                  AND (f.proname = ANY (?::name[])
                    OR f.proname = ANY (?::name[]) AND t.typtype = ANY (ARRAY['c', 'd', 'p']::"char"[])
                    OR f.proname = ANY (?::name[]) AND NOT f.prosecdef)
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

    private static final String RELATIONS = """
            read AS (
              SELECT k.relation FROM pg_catalog.pg_locks k WHERE k.locktype = 'relation'
                AND k.pid = pg_catalog.pg_backend_pid() AND k.relation >= 16384::oid
              UNION
              SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE c.oid >= 16384::oid AND c.relname = ANY (?::name[])
                AND (pg_catalog.pg_table_is_visible(c.oid) OR n.nspname = ANY (?::name[]))
              UNION
              SELECT b.relation FROM read r CROSS JOIN LATERAL (
                SELECT i.inhrelid FROM pg_catalog.pg_inherits i WHERE i.inhparent = r.relation
                UNION ALL
                SELECT d.refobjid FROM pg_catalog.pg_class v
                JOIN pg_catalog.pg_rewrite w ON w.ev_class = v.oid AND w.ev_type = '1'
                JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = w.oid
                WHERE v.oid = r.relation AND v.relkind = 'v'
                  AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid >= 16384::oid) b(relation)),
            """;

    /**
     * Relations are those that this transaction has locked, which are none before the statement was parsed, those of some
     * names, and those below them. What indexes, checks and statistics call is computed while the server plans, as far as
     * it is constant; what runs there with its owner's rights shows nothing. A materialized view calls nothing more.
     */
    private static final String READ = sql(RELATIONS, """
              SELECT 'pg_catalog.pg_rewrite'::regclass::oid AS class, w.oid AS object, false AS imposed FROM read r
              JOIN pg_catalog.pg_class v ON v.oid = r.relation AND v.relkind = 'v'
              JOIN pg_catalog.pg_rewrite w ON w.ev_class = v.oid AND w.ev_type = '1'
              UNION
              SELECT 'pg_catalog.pg_policy'::regclass::oid, s.oid, true FROM read r
              JOIN pg_catalog.pg_policy s ON s.polrelid = r.relation
              UNION
              SELECT 'pg_catalog.pg_proc'::regclass::oid, c.castfunc, false %s AND t.oid = ANY (ARRAY(
                SELECT a.atttypid FROM read r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.relation))
              UNION
              SELECT d.refclassid, d.refobjid, false FROM read r CROSS JOIN LATERAL (
                SELECT 'pg_catalog.pg_class'::regclass::oid, r.relation
                UNION ALL
                SELECT 'pg_catalog.pg_class'::regclass::oid, i.indexrelid
                FROM pg_catalog.pg_index i WHERE i.indrelid = r.relation
                UNION ALL
                SELECT 'pg_catalog.pg_constraint'::regclass::oid, c.oid
                FROM pg_catalog.pg_constraint c WHERE c.conrelid = r.relation
                UNION ALL
                SELECT 'pg_catalog.pg_statistic_ext'::regclass::oid, s.oid
                FROM pg_catalog.pg_statistic_ext s WHERE s.stxrelid = r.relation) k(class, object)
              JOIN pg_catalog.pg_depend d ON d.classid = k.class AND d.objid = k.object
              LEFT JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid AND d.refclassid = 'pg_catalog.pg_proc'::regclass
              WHERE NOT p.prosecdef OR d.refclassid = 'pg_catalog.pg_operator'::regclass
            """);

    private static final String CASTS = """
            FROM pg_catalog.pg_cast c CROSS JOIN LATERAL (VALUES (c.castsource), (c.casttarget)) e(type)
            JOIN pg_catalog.pg_type t ON t.oid = e.type
            WHERE c.oid >= 16384::oid AND (t.oid >= 16384::oid OR c.castsource < 16384::oid AND c.casttarget < 16384::oid)""";

    /** What is found first, and then what it is made of. */
    private static String sql(String relations, String first) {
        return """
            WITH RECURSIVE %s found AS (
              %s
              UNION
              SELECT d.refclassid, d.refobjid, f.imposed FROM found f
              JOIN pg_catalog.pg_depend d ON d.classid = f.class AND d.objid = f.object
              WHERE d.refclassid = 'pg_catalog.pg_proc'::regclass OR d.refclassid = 'pg_catalog.pg_operator'::regclass)
            SELECT DISTINCT n.nspname, p.proname, f.imposed FROM found f
            JOIN pg_catalog.pg_proc p ON p.oid = f.object AND f.class = 'pg_catalog.pg_proc'::regclass
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            """.formatted(relations, first.formatted(CASTS))
                .replaceAll("::(regclass|oid|name|\"char\")", "::pg_catalog.$1");
    }

    /** By what the text shows, and these calls. */
    static ImpliedCalls written(SqlStatement statement, Collection<CalledName> calls, Connection connection)
            throws SQLException {
        return written(
                statement,
                calls,
                List.of(statement.valueAttributes(), statement.rowAttributes(), Set.of()),
                connection);
    }

    /** By what the body of a function shows: no plan tells there what is an attribute and what is a call. */
    static ImpliedCalls inBody(SqlStatement body, Connection connection) throws SQLException {
        Set<String> attributes = new HashSet<>(body.valueAttributes());
        attributes.addAll(body.rowAttributes());
        return written(body, body.calls(), List.of(Set.of(), Set.of(), attributes), connection);
    }

    private static ImpliedCalls written(
            SqlStatement statement, Collection<CalledName> calls, List<Set<String>> attributes, Connection connection)
            throws SQLException {
        Set<String> operators = new HashSet<>(UNWRITTEN);
        operators.addAll(statement.operators());
        List<String> functions = calls.stream().map(CalledName::name).toList();
        Set<String> types = statement.names();
        List<Collection<String>> names = new ArrayList<>(List.of(functions));
        names.addAll(attributes);
        names.addAll(List.of(operators, types, functions, types));
        return find(WRITTEN, connection, names);
    }

    /** By the tables and views that the server has locked to parse or plan the statement, and those of these names. */
    static ImpliedCalls read(Connection connection, Set<String> names) throws SQLException {
        return find(READ, connection, List.of(names, names));
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
