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
        uri = "postgres://{database}/exports/{id}",
        name = "export",
        title = "Export",
        description = "A file that export_query made, if it has up to 1 MiB; a larger one has parts.")
final class ExportedFile implements ResourceHandler {

    private final Exports exports;

    ExportedFile(Exports exports) {
        this.exports = exports;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String id = variables.getOrDefault("id", "");
        Export export = exports.find(variables.getOrDefault("database", ""), id, call.caller());
        int parts = export.parts().size();
        if (parts > 1) {
            throw new ToolException(
                    Reason.INVALID,
                    "The export has " + export.bytes() + " bytes, more than one reading gives. Read its parts and put"
                            + " them together: " + DatabaseUri.of(export.database(), "exports", id, "parts", "1")
                            + " to /parts/" + parts + ".");
        }
        return List.of(ResourceContent.text(uri, export.mimeType(), exports.read(export, 1)));
    }
}
