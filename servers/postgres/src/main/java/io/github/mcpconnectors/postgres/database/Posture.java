package io.github.mcpconnectors.postgres.database;

import java.util.ArrayList;
import java.util.List;

/**
 * What the role may do beyond reading, which a read-only transaction does not take away.
 *
 * @param powers attributes and memberships, such as superuser or pg_read_server_files
 * @param writableTables that it could change in a transaction of its own, at most {@value #SCANNED}
 */
public record Posture(String role, Grade grade, List<String> powers, int writableTables, boolean ownsDatabase) {

    /** How far up tables are counted. */
    static final int SCANNED = 1_000;

    /** From what a production database should be given to what it should not. */
    public enum Grade {
        /** Reads only. */
        READER,
        /** May change rows or make tables, where a transaction is not read-only. */
        WRITER,
        /** May read files, start programs, see all rows or make roles: a guard in front of it is all that stops that. */
        POWERFUL
    }

    /** The role as the server sees it: a role without INHERIT can still SET ROLE, so membership counts, not usage. */
    static final String SQL = """
            SELECT r.rolname, r.rolsuper, r.rolbypassrls, r.rolreplication, r.rolcreaterole, r.rolcreatedb,
              ARRAY(SELECT g.rolname::text FROM pg_catalog.pg_roles g
                WHERE NOT r.rolsuper AND pg_catalog.pg_has_role(r.oid, g.oid, 'MEMBER') AND (g.rolsuper OR g.rolname IN (
                  'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program', 'pg_signal_backend',
                  'pg_read_all_data', 'pg_write_all_data', 'pg_maintain', 'pg_checkpoint', 'pg_create_subscription',
                  'rds_superuser', 'cloudsqlsuperuser', 'azure_pg_admin', 'alloydbsuperuser')) ORDER BY 1),
              (SELECT pg_catalog.count(*) FROM (SELECT 1 FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'f') AND n.nspname OPERATOR(pg_catalog.!~) '^pg_'
                AND n.nspname <> 'information_schema'
                AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                AND pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') LIMIT %d) w),
              pg_catalog.pg_has_role(d.datdba, 'MEMBER')
            FROM pg_catalog.pg_roles r, pg_catalog.pg_database d
            WHERE r.rolname = current_user AND d.datname = pg_catalog.current_database()
            """.formatted(SCANNED);

    static Posture of(java.sql.ResultSet row) throws java.sql.SQLException {
        List<String> powers = new ArrayList<>();
        List<String> attributes = List.of("superuser", "bypassrls", "replication", "createrole", "createdb");
        for (int i = 0; i < attributes.size(); i++) {
            if (row.getBoolean(i + 2)) {
                powers.add(attributes.get(i));
            }
        }
        java.sql.Array memberships = row.getArray(7);
        powers.addAll(List.of((String[]) memberships.getArray()));
        int tables = row.getInt(8);
        boolean owner = row.getBoolean(9);
        return new Posture(row.getString(1), grade(powers, tables > 0 || owner), powers, tables, owner);
    }

    private static Grade grade(List<String> powers, boolean writes) {
        List<String> mild =
                List.of("createdb", "pg_read_all_data", "pg_maintain", "pg_checkpoint", "pg_signal_backend");
        if (!mild.containsAll(powers)) {
            return Grade.POWERFUL;
        }
        return writes || powers.contains("createdb") ? Grade.WRITER : Grade.READER;
    }

    /** What a person should know, in a sentence. */
    public String sentence() {
        return switch (grade) {
            case READER -> "The role " + role + " can only read.";
            case WRITER ->
                "The role " + role + " can write (" + writableTables + " tables): for reading, use one that cannot.";
            case POWERFUL ->
                "The role " + role + " is too powerful for a model (" + String.join(", ", powers)
                        + "): use one that can only read.";
        };
    }
}
