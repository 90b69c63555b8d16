package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Definition;
import io.github.mcpconnectors.postgres.catalog.DefinitionKind;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "get_definition",
        title = "Get definition",
        description = "Shows the statement that creates a view, function, trigger, index, type or sequence.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GetDefinition implements ToolHandler<GetDefinition.Input, Definition> {

    record Input(
            @Description("Kind") DefinitionKind kind,
            @Description("Schema") @Nullable String schema,
            @Description("Name") String name,

            @Description("Arguments; of a trigger its table") @Nullable
            String signature,

            @Description("Database") @Nullable String database) {

        Definition.Wanted wanted() {
            return new Definition.Wanted(kind, schema, name, signature);
        }
    }

    private final Databases databases;

    GetDefinition(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Definition call(Input input, Call call) {
        return databases.named(input.database()).read(call, session -> Definition.find(session, input.wanted()));
    }
}
