package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.DatabaseUrl;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The role that a person should create for a model that reads. */
final class SetupSql {

    private static final String ROLE = "mcp_reader";

    private SetupSql() {}

    /** For each database that is configured; without any, an example. It connects to none. */
    static String of(PostgresSettings settings) {
        Map<String, DatabaseUrl> urls = ConfiguredDatabases.urls(settings, System.getenv());
        return urls.isEmpty()
                ? of("shop", List.of("public"))
                : urls.values().stream()
                        .map(url -> of(url.database(), schemas(url.session().searchPath())))
                        .collect(Collectors.joining("\n"));
    }

    private static List<String> schemas(@Nullable String searchPath) {
        return searchPath == null
                ? List.of("public")
                : Arrays.stream(searchPath.split("\\s*,\\s*"))
                        .map(schema -> schema.strip().replaceAll("^\"(.*)\"$", "$1"))
                        .filter(schema -> !schema.isEmpty() && !schema.startsWith("$"))
                        .toList();
    }

    /** To be run once by a superuser or the owner of the database, inside of it, with psql. */
    static String of(String database, List<String> schemas) {
        return """
                -- A role that can read the database %1$s, and nothing else. Run this in that database with psql, as its owner
                -- or as a superuser; then start the server with postgresql://%2$s@.../%1$s
                CREATE ROLE %2$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 10;
                \\password %2$s
                ALTER ROLE %2$s SET default_transaction_read_only = on;
                ALTER ROLE %2$s SET statement_timeout = '60s';
                ALTER ROLE %2$s SET idle_in_transaction_session_timeout = '60s';
                GRANT CONNECT ON DATABASE %3$s TO %2$s;
                %4$s-- What check_health and top_queries tell of other sessions needs this; it shows their statements:
                -- GRANT pg_read_all_stats TO %2$s;
                -- Keeps large sorts from filling the disk.
                DO $$ BEGIN
                  ALTER ROLE %2$s SET temp_file_limit = '1GB';
                EXCEPTION WHEN insufficient_privilege THEN
                  RAISE WARNING 'only a superuser may set temp_file_limit for the role %2$s';
                END $$;
                """.formatted(
                        comment(database),
                        ROLE,
                        Identifiers.quote(database),
                        schemas.stream().map(SetupSql::grants).collect(Collectors.joining()));
    }

    /** Default privileges are for tables that whoever runs this will make. */
    private static String grants(String schema) {
        return """
                GRANT USAGE ON SCHEMA %1$s TO %2$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA %1$s TO %2$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT ON TABLES TO %2$s;
                """.formatted(Identifiers.quote(schema), ROLE);
    }

    /** A line break in a name would end the comment. */
    private static String comment(String name) {
        return name.replaceAll("[\\r\\n]", "_");
    }
}
