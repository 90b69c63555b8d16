package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
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
        name = "er_diagram",
        title = "Draw the tables of a schema",
        description = "Tables, keys and relations of a schema as a Mermaid diagram.")
final class ErDiagram implements PromptHandler<ErDiagram.Input> {

    record Input(
            @Description("Schema") String schema,
            @Description("Database") @Nullable String database) {}

    private final Databases databases;
    private final Names names;

    ErDiagram(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        Database database = databases.named(input.database());
        String diagram = database.read(call, session -> SchemaDiagram.of(session, input.schema()));
        return new Briefing(
                        "Show me the Mermaid diagram below, as it is, in a code block of the language mermaid. Then say in"
                                + " a few sentences what the tables are for, and which relations seem to be missing.")
                .with("a diagram of tables of the database " + database.name(), diagram)
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
