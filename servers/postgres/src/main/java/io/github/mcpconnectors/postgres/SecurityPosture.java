package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Posture;
import io.github.mcpconnectors.postgres.diagnosis.ExcessRights;
import io.github.mcpconnectors.postgres.diagnosis.ExcessRights.Issue;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "security_posture",
        title = "Security posture",
        description = "Tells what the role that connects could do beyond reading, with the SQL that takes it away.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class SecurityPosture implements ToolHandler<SecurityPosture.Input, SecurityPosture.Output> {

    record Input(@Description("Database") @Nullable String database) {}

    /** Nothing of the SQL is ever run here: it is for a person to judge, and {@code setupSql} makes a better role. */
    record Output(
            String database,
            String role,
            Posture.Grade grade,
            String summary,
            List<String> powers,
            int writableTables,
            boolean encrypted,
            List<Issue> issues,
            @Nullable String setupSql) {}

    private static final String SCHEMAS = """
            SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
              AND pg_catalog.has_schema_privilege(oid, 'USAGE') ORDER BY 1 LIMIT 20
            """;

    private static final String PLACE = """
            SELECT pg_catalog.current_database(), coalesce((SELECT ssl FROM pg_catalog.pg_stat_ssl
              WHERE pid = pg_catalog.pg_backend_pid()), false)
            """;

    private record Place(String database, boolean encrypted) {}

    private final Databases databases;

    SecurityPosture(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            Posture posture = session.posture();
            Place place = session.list(PLACE, row -> new Place(row.getString(1), row.getBoolean(2)))
                    .get(0);
            boolean reader = posture.grade() == Posture.Grade.READER;
            return new Output(
                    database.name(),
                    posture.role(),
                    posture.grade(),
                    posture.sentence(),
                    posture.powers(),
                    posture.writableTables(),
                    place.encrypted,
                    new ExcessRights(session, posture).issues(),
                    reader ? null : SetupSql.of(place.database, session.list(SCHEMAS, row -> row.getString(1))));
        });
    }
}
