package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.CheckedHealth;
import io.github.mcpconnectors.postgres.diagnosis.FencedJson;
import io.github.mcpconnectors.postgres.diagnosis.HealthCheck;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "check_health",
        title = "Check health",
        description = "Checks the health of a database, each check with its evidence and what to do.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class CheckHealth implements ToolHandler<CheckHealth.Input, CheckHealth.Output> {

    record Input(
            @Description("Only these") @Default("") List<HealthCheck> checks,
            @Description("Database") @Nullable String database) {}

    record Output(String database, List<CheckedHealth> checks) implements Rendered {

        @Override
        public List<Content> blocks() {
            return List.of(new Content.Text(text()));
        }

        String text() {
            return FencedJson.text("the state of the database " + database, this);
        }
    }

    private final Databases databases;

    CheckHealth(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        List<HealthCheck> checks = input.checks().isEmpty() ? List.of(HealthCheck.values()) : input.checks();
        return new Output(
                database.name(),
                checks.stream()
                        .map(check -> CheckedHealth.of(check, database, call))
                        .toList());
    }
}
