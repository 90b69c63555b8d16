package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.Activity;
import io.github.mcpconnectors.postgres.diagnosis.FencedJson;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_activity",
        title = "List activity",
        description = "Lists what other sessions of a database server are doing, the longest at it first.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListActivity implements ToolHandler<ListActivity.Input, ListActivity.Output> {

    enum State {
        ACTIVE,
        IDLE,
        IDLE_IN_TRANSACTION
    }

    record Input(
            @Description("In this state for so long") @Range(min = 0) @Default("0")
            long minSeconds,

            @Description("Only this state") @Nullable State state,

            @Description("Most sessions") @Range(min = 1, max = 200) @Default("50")
            int limit,

            @Description("Database") @Nullable String database) {}

    /** Where the role may not see what others do, {@code hidden} sessions are counted and no more is known of them. */
    record Output(String database, List<Activity.Session> sessions, boolean truncated, long hidden)
            implements Rendered {

        @Override
        public List<Content> blocks() {
            return FencedJson.of("sessions of the server of " + database + ", with their statements", this);
        }
    }

    private final Databases databases;

    ListActivity(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        String state = input.state() == null
                ? null
                : switch (input.state()) {
                    case ACTIVE -> "active";
                    case IDLE -> "idle";
                    case IDLE_IN_TRANSACTION -> "idle in transaction";
                };
        return database.read(call, session -> {
            List<Activity.Session> found = Activity.in(session, state, input.minSeconds(), input.limit() + 1);
            boolean more = found.size() > input.limit();
            List<Activity.Session> shown = more ? found.subList(0, input.limit()) : found;
            return new Output(database.name(), shown, more, Activity.hidden(session));
        });
    }
}
