package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.change.Statements;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "apply_migration",
        title = "Apply migration",
        description =
                "Runs statements that change tables, in one transaction, after a person agreed. Gives up on a lock after 3 s.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class ApplyMigration implements ConfirmedTool<ApplyMigration.Input, Statements.Result, Statements.Result> {

    record Input(
            @Description("Such as add_orders_note") @Length(min = 1, max = 63)
            String name,

            @Description("In order") @Length(min = 1, max = 100)
            List<String> statements,

            @Description("Roll back") @Default("false") boolean dryRun,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    ApplyMigration(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Plan<Statements.Result> plan(Input input, Call call) {
        return statements(input).plan(call, input.dryRun());
    }

    @Override
    public Statements.Result apply(Input input, Statements.Result planned, Call call) {
        return statements(input).apply(call, input.dryRun(), planned);
    }

    private Statements statements(Input input) {
        Database database = databases.named(input.database());
        return new Statements(
                database,
                "Apply the migration " + Clip.line(input.name(), 63),
                input.statements().stream().map(ModelQuery::of).toList());
    }
}
