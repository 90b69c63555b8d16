package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.change.Statements;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "execute_sql",
        title = "Execute SQL",
        description =
                "Runs one SQL statement that changes rows, tables or rights, after a person agreed. To read use query.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class ExecuteSql implements ConfirmedTool<ExecuteSql.Input, Statements.Result, Statements.Result> {

    record Input(
            @Description("Statement") @Length(max = 65_536) String sql,

            @Description("Values of $1, $2, ...") @Default("")
            List<@Nullable Object> params,

            @Description("Roll back") @Default("false") boolean dryRun,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    ExecuteSql(Databases databases) {
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
        return new Statements(database, "Run this", List.of(new ModelQuery(input.sql(), input.params())));
    }
}
