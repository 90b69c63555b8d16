package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.DeclaredTool;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A declared tool that changes rows: rehearsed and rolled back, then kept if a person agreed and it still changes as many. */
final class DeclaredChange implements ConfirmedTool<Arguments, DeclaredChange.Rehearsed, Changed>, DeclaredTool {

    /** The query, and what it would do. */
    record Rehearsed(ModelQuery query, Changed outcome) {}

    private static final int QUESTION_CHARS = 1_500;

    private final DeclaredStatement statement;
    private final Databases databases;

    DeclaredChange(DeclaredStatement statement, Databases databases) {
        this.statement = statement;
        this.databases = databases;
    }

    @Override
    public ToolInfo info() {
        Declaration declaration = statement.declaration();
        return ToolInfo.changing(declaration.name(), declaration.heading(), declaration.description());
    }

    @Override
    public Map<String, Object> inputSchema() {
        return statement.inputSchema();
    }

    @Override
    public Plan<Rehearsed> plan(Arguments arguments, Call call) {
        Database database = statement.database(databases);
        ModelQuery query = statement.query(arguments, call.caller());
        Changed outcome = statement.named(() -> Changed.of(
                database.rehearse(call, statement.limits(database), Writing.ROWS, session -> session.execute(query)),
                database.name()));
        String question = info().title() + " in the database " + database.name() + "? It concerns " + outcome.count()
                + ".\n" + Clip.line(info().description(), QUESTION_CHARS) + "\nwith "
                + Clip.line(JsonText.write(arguments.values()), QUESTION_CHARS);
        String state = info().name() + "\n" + query + "\n" + outcome.count();
        return Plan.ask(new Rehearsed(query, outcome), question, Digests.hexOf(state.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Changed apply(Arguments arguments, Rehearsed planned, Call call) {
        Database database = statement.database(databases);
        return statement.named(() -> database.write(call, statement.limits(database), Writing.ROWS, session -> {
            Changed now = Changed.of(session.execute(planned.query()), database.name());
            if (!now.count().equals(planned.outcome().count())) {
                throw new ToolException(
                        Reason.CONFLICT, "It would change other rows by now; nothing was done. Call again.");
            }
            return now;
        }));
    }
}
