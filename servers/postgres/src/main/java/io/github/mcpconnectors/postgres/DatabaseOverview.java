package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Facts;
import io.github.mcpconnectors.postgres.database.Posture;
import io.github.mcpconnectors.postgres.diagnosis.DatabaseFacts;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "database_overview",
        title = "Database overview",
        description =
                "Tells what a database is: version, size, extensions, settings of note, and the role that reads it.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class DatabaseOverview implements ToolHandler<DatabaseOverview.Input, DatabaseOverview.Output> {

    record Input(@Description("Database") @Nullable String database) {}

    record Output(
            String database,
            String version,
            Instant startedAt,
            long bytes,
            String encoding,
            long tables,
            boolean replica,
            boolean pooled,
            Role role,
            List<DatabaseFacts.Extension> extensions,
            List<DatabaseFacts.Setting> settings) {}

    record Role(String name, Posture.Grade grade, String summary) {}

    private final Databases databases;

    DatabaseOverview(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        Facts facts = database.facts();
        Role role = new Role(
                facts.posture().role(), facts.posture().grade(), facts.posture().sentence());
        return database.read(call, session -> {
            DatabaseFacts.Base base = DatabaseFacts.base(session);
            return new Output(
                    database.name(),
                    base.version(),
                    base.startedAt(),
                    base.bytes(),
                    base.encoding(),
                    base.tables(),
                    facts.replica(),
                    facts.pooled(),
                    role,
                    DatabaseFacts.extensions(session),
                    DatabaseFacts.settings(session));
        });
    }
}
