package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.ListObjects.Detail;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "explore_database",
        title = "Explore a database",
        description = "What a database holds, how it fits together, and what to ask it.")
final class ExploreDatabase implements PromptHandler<ExploreDatabase.Input> {

    record Input(
            @Description("Only this schema") @Nullable String schema,
            @Description("Database") @Nullable String database) {}

    private static final int OBJECTS = 200;

    private final Databases databases;
    private final Names names;

    ExploreDatabase(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        var objects = new ListObjects.Input(
                input.schema(), List.of(), null, false, Detail.SUMMARY, OBJECTS, null, input.database());
        return new Briefing(
                        "Explain to somebody new what this database is about. Its schemas and its tables and views are"
                                + " below; describe_table and read_rows tell more of them.\n"
                                + "1. Group the tables by what they are for, and name the few that matter most.\n"
                                + "2. Say how they refer to each other, and what the sizes tell.\n"
                                + "3. End with five questions that it can answer. Say what you did not look at.")
                .with("schemas", new ListSchemas(databases).call(new ListSchemas.Input(false, input.database()), call))
                .with("tables and views", new ListObjects(databases).call(objects, call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
