package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.change.Backend;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "terminate_backend",
        title = "Terminate backend",
        description = "Ends a session and rolls back its transaction, after a person agreed. Try cancel_backend first.",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class TerminateBackend implements ConfirmedTool<TerminateBackend.Input, Backend, Backend.Signalled> {

    record Input(
            @Description("Process id") @Range(min = 1) int pid,
            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    TerminateBackend(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Plan<Backend> plan(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> Backend.find(session, input.pid()))
                .planToTerminate();
    }

    @Override
    public Backend.Signalled apply(Input input, Backend backend, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, backend::terminate);
    }
}
