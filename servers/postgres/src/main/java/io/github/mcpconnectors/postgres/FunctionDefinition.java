package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Definition;
import io.github.mcpconnectors.postgres.catalog.DefinitionKind;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Resource(
        uri = "postgres://{database}/{schema}/functions/{name}/definition",
        name = "function",
        title = "Function",
        description = "The statements that create the functions or procedures of a name.",
        mimeType = "application/sql")
final class FunctionDefinition implements ResourceHandler {

    private final Databases databases;
    private final Names names;

    FunctionDefinition(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Definition.Wanted wanted = new Definition.Wanted(
                DefinitionKind.FUNCTION, variables.get("schema"), variables.getOrDefault("name", ""), null);
        String statements =
                databases
                        .named(variables.get("database"))
                        .read(call, session -> Definition.all(session, wanted))
                        .stream()
                        .map(definition -> definition.ddl() + ";\n")
                        .collect(Collectors.joining("\n"));
        return List.of(ResourceContent.text(uri, "application/sql", statements));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
