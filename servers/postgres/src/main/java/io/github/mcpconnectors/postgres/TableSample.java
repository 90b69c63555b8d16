package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/{schema}/{table}/sample",
        name = "sample",
        title = "Sample rows",
        description = "The first rows of a table or view, as others wrote them.",
        mimeType = "text/plain")
final class TableSample implements WatchedResource {

    private static final int ROWS = 10;

    private final ReadRows tool;
    private final Names names;
    private final ConfiguredChannels channels;

    TableSample(Databases databases, Names names, ConfiguredChannels channels) {
        this.tool = new ReadRows(databases);
        this.names = names;
        this.channels = channels;
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
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        channels.admit(uri);
    }

    /** Where a channel is mapped to the table: PostgreSQL tells of no change by itself. */
    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        return channels.watch(uri, changed);
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
