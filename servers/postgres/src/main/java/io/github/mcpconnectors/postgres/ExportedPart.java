package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.export.Export;
import io.github.mcpconnectors.postgres.export.Exports;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/exports/{id}/parts/{part}",
        name = "export-part",
        title = "Part of an export",
        description = "Whole rows of a file that export_query made, about 1 MiB; parts count from 1.")
final class ExportedPart implements ResourceHandler {

    private final Exports exports;

    ExportedPart(Exports exports) {
        this.exports = exports;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Export export =
                exports.find(variables.getOrDefault("database", ""), variables.getOrDefault("id", ""), call.caller());
        String part = variables.getOrDefault("part", "");
        if (!part.matches("[1-9][0-9]{0,5}")
                || Integer.parseInt(part) > export.parts().size()) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "The export has the parts 1 to " + export.parts().size() + ".");
        }
        return List.of(ResourceContent.text(uri, export.mimeType(), exports.read(export, Integer.parseInt(part))));
    }
}
