package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.Blocking;
import io.github.mcpconnectors.postgres.diagnosis.FencedJson;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_blocking",
        title = "List blocking",
        description = "Lists sessions that wait for locks and those that hold them, each with whom it waits for.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListBlocking implements ToolHandler<ListBlocking.Input, ListBlocking.Output> {

    record Input(@Description("Database") @Nullable String database) {}

    /** Those that block and wait for nobody come first, and the most blocking one before all. */
    record Output(String database, List<Blocking.Session> sessions, boolean truncated) implements Rendered {

        @Override
        public List<Content> blocks() {
            return FencedJson.of("sessions of the server of " + database + ", with their statements", this);
        }
    }

    private static final int MOST = 100;

    private final Databases databases;

    ListBlocking(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            List<Blocking.Session> found = Blocking.in(session, MOST + 1);
            boolean more = found.size() > MOST;
            return new Output(database.name(), more ? found.subList(0, MOST) : found, more);
        });
    }
}
