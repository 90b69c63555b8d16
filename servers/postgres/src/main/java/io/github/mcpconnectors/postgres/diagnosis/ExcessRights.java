package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.Posture;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rights and room that a reading role does not need: from whom it has them, and the statements that take them away. */
public final class ExcessRights {

    /** What is wrong, and SQL for somebody who may run it. */
    public record Issue(String problem, List<String> fix) {}

    private static final int MOST = 50;

    private static final Set<String> ATTRIBUTES = Set.of("bypassrls", "replication", "createrole", "createdb");

    /** Whom to take a right from, for one that a row a of aclexplode grants; null when it comes with owning the database. */
    private static final String VIA = """
            CASE WHEN a.grantee = 0 THEN 'PUBLIC' WHEN a.grantee = me.oid THEN pg_catalog.quote_ident(me.rolname)
              ELSE (SELECT pg_catalog.min(g.rolname) FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid
                WHERE m.member = me.oid AND pg_catalog.pg_has_role(g.oid, a.grantee, 'MEMBER')) END AS via,
              a.grantee <> 0 AND a.grantee <> me.oid AS inherited
            """;

    private static final String ME = """
            JOIN pg_catalog.pg_roles me ON me.rolname = current_user AND (a.grantee = 0
              OR pg_catalog.pg_has_role(me.oid, a.grantee, 'MEMBER'))
            """;

    private static final String SCHEMAS_OF_OTHERS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final String TABLES = """
            SELECT %s, n.nspname, c.relowner = me.oid AS owned, pg_catalog.count(DISTINCT c.oid)::int
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner))) a %s
            WHERE c.relkind IN ('r', 'p', 'v', 'f') AND %s AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
            GROUP BY 1, 2, 3, 4 ORDER BY 3, 1 LIMIT ?
            """.formatted(VIA, ME, SCHEMAS_OF_OTHERS);

    private static final String SCHEMAS = """
            SELECT DISTINCT %s, n.nspname, n.nspowner = me.oid AS owned, 1
            FROM pg_catalog.pg_namespace n
            CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a %s
            WHERE %s AND a.privilege_type = 'CREATE' ORDER BY 3, 1 LIMIT ?
            """.formatted(VIA, ME, SCHEMAS_OF_OTHERS);

    private static final String DEFINERS = """
            SELECT %s, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '('
              || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', p.proowner = me.oid AS owned, 1
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a %s
            WHERE p.prosecdef AND %s AND p.prorettype <> 'pg_catalog.trigger'::pg_catalog.regtype
              AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') ORDER BY 3, 1 LIMIT ?
            """.formatted(VIA, ME, SCHEMAS_OF_OTHERS);

    private static final String MEMBERSHIPS = """
            SELECT DISTINCT pg_catalog.quote_ident(d.rolname) FROM pg_catalog.pg_auth_members m
            JOIN pg_catalog.pg_roles d ON d.oid = m.roleid JOIN pg_catalog.pg_roles p ON p.rolname = ANY (?::text[])
            WHERE m.member = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
              AND pg_catalog.pg_has_role(d.oid, p.oid, 'MEMBER') ORDER BY 1
            """;

    /** A right on something, and whom the role has it from. */
    private record Right(@Nullable String via, boolean inherited, String thing, boolean owned, int count) {}

    private final ReadSession session;
    private final Posture posture;
    private final String role;
    private final List<Issue> issues = new ArrayList<>();

    public ExcessRights(ReadSession session, Posture posture) {
        this.session = session;
        this.posture = posture;
        this.role = Identifiers.quote(posture.role());
    }

    public List<Issue> issues() {
        if (posture.powers().contains("superuser")) {
            issues.add(
                    new Issue("The role is a superuser, from whom nothing can be taken: use another role.", List.of()));
            return issues;
        }
        powers();
        if (posture.ownsDatabase()) {
            issues.add(new Issue("The role owns the database, with all rights to it: use another role.", List.of()));
        }
        rights(
                TABLES,
                "Tables of schema %s can be changed",
                "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA %s");
        rights(SCHEMAS, "Tables and functions can be made in schema %s", "CREATE ON SCHEMA %s");
        rights(DEFINERS, "%s runs with the rights of its owner (SECURITY DEFINER)", "EXECUTE ON ROUTINE %s");
        temporaryFiles();
        return issues.stream().distinct().limit(MOST).toList();
    }

    /** The role may not set it itself. */
    private void temporaryFiles() {
        String limit = "SELECT pg_catalog.current_setting('temp_file_limit')";
        if (session.list(limit, row -> row.getString(1)).contains("-1")) {
            issues.add(new Issue(
                    "Large sorts of the role may fill the disk; a superuser can limit them",
                    List.of("ALTER ROLE " + role + " SET temp_file_limit = '1GB';")));
        }
    }

    private void powers() {
        for (String power : posture.powers()) {
            if (ATTRIBUTES.contains(power)) {
                String fix = "ALTER ROLE " + role + " NO" + power.toUpperCase(Locale.ROOT) + ";";
                issues.add(new Issue("The role has the attribute " + power, List.of(fix)));
            }
        }
        String[] groups = posture.powers().stream()
                .filter(power -> !ATTRIBUTES.contains(power))
                .toArray(String[]::new);
        if (groups.length > 0) {
            List<String> fix = session.list(
                    MEMBERSHIPS, row -> "REVOKE " + row.getString(1) + " FROM " + role + ";", (Object) groups);
            issues.add(new Issue("The role is a member of " + String.join(", ", groups), fix));
        }
    }

    private void rights(String sql, String problem, String right) {
        List<Right> found = session.list(
                sql,
                row -> new Right(
                        row.getString(1), row.getBoolean(2), row.getString(3), row.getBoolean(4), row.getInt(5)),
                MOST);
        for (Right one : found) {
            String via = one.via;
            if (via != null) {
                issues.add(issue(one, via, problem, right));
            }
        }
    }

    private Issue issue(Right one, String via, String problem, String right) {
        String told = problem.formatted(one.thing) + (one.count > 1 ? " (" + one.count + ")" : "");
        if (one.owned && !via.equals("PUBLIC")) {
            return new Issue(told + ", since the role owns them: use another role", List.of());
        }
        if (one.inherited) {
            return new Issue(
                    told + ", as a member of " + via,
                    List.of("REVOKE " + Identifiers.quote(via) + " FROM " + role + ";"));
        }
        String thing = right.startsWith("EXECUTE") ? one.thing : Identifiers.quote(one.thing);
        return new Issue(
                told + (via.equals("PUBLIC") ? ", by everybody" : ""),
                List.of("REVOKE " + right.formatted(thing) + " FROM " + via + ";"));
    }
}
