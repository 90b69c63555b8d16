package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@Resource(
        uri = "postgres://{database}/{schema}/objects",
        name = "objects",
        title = "Objects of a schema",
        description =
                "Tables, views, sequences, functions and types of a schema; list_objects goes on where there are more than 500.",
        mimeType = "application/json")
final class SchemaObjects implements ResourceHandler {

    private static final int MOST = 500;

    private final ListObjects tool;
    private final Names names;

    SchemaObjects(Databases databases, Names names) {
        this.tool = new ListObjects(databases);
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        List<ObjectKind> kinds = Stream.of(ObjectKind.values())
                .filter(kind -> kind != ObjectKind.INDEX)
                .toList();
        var objects = tool.call(
                new ListObjects.Input(
                        variables.get("schema"),
                        kinds,
                        null,
                        false,
                        ListObjects.Detail.SUMMARY,
                        MOST,
                        null,
                        variables.get("database")),
                call);
        return List.of(ResourceContent.text(uri, "application/json", JsonText.write(objects)));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
