package io.github.mcpconnectors.postgres;

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
        name = "health_report",
        title = "Report on health",
        description = "How a database is doing, what needs somebody now, and what can wait.")
final class HealthReport implements PromptHandler<HealthReport.Input> {

    record Input(@Description("Database") @Nullable String database) {}

    private final Databases databases;
    private final Names names;

    HealthReport(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return new Briefing(
                        "Report on the health of a database, for the person who looks after it. What it is and what was"
                                + " checked are below.\n"
                                + "1. One sentence: is it well?\n"
                                + "2. What needs somebody now, and what can wait, each with its evidence and the statement or"
                                + " setting that mends it.\n"
                                + "3. What could not be checked, and which right would allow it. Change nothing.")
                .with(
                        "the database",
                        new DatabaseOverview(databases).call(new DatabaseOverview.Input(input.database()), call))
                .with(
                        "health",
                        new CheckHealth(databases).call(new CheckHealth.Input(List.of(), input.database()), call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
