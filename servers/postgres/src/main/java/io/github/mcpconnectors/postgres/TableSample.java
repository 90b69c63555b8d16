package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/{schema}/{table}/sample",
        name = "sample",
        title = "Sample rows",
        description = "The first rows of a table or view, as others wrote them.",
        mimeType = "text/plain")
final class TableSample implements ResourceHandler {

    private static final int ROWS = 10;

    private final ReadRows tool;
    private final Names names;

    TableSample(Databases databases, Names names) {
        this.tool = new ReadRows(databases);
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Rows rows = tool.call(
                new ReadRows.Input(
                        variables.get("schema"),
                        variables.getOrDefault("table", ""),
                        List.of(),
                        List.of(),
                        List.of(),
                        ROWS,
                        null,
                        variables.get("database")),
                call);
        return List.of(ResourceContent.text(uri, "text/plain", rows.fenced()));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
