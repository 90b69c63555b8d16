package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.RecordWriter;
import java.util.List;
import java.util.Map;

/** Content blocks as JSON (MCP schema, ContentBlock). */
final class Contents {

    private Contents() {}

    static List<Map<String, Object>> json(List<Content> blocks) {
        return blocks.stream().map(Contents::json).toList();
    }

    static Map<String, Object> json(Content block) {
        if (block instanceof Content.Text text) {
            return Json.object("type", "text", "text", text.text());
        }
        if (block instanceof Content.Image image) {
            return Json.object("type", "image", "data", image.data(), "mimeType", image.mimeType());
        }
        if (block instanceof Content.Audio audio) {
            return Json.object("type", "audio", "data", audio.data(), "mimeType", audio.mimeType());
        }
        if (block instanceof Content.Link link) {
            return Json.object(
                    "type",
                    "resource_link",
                    "uri",
                    link.uri(),
                    "name",
                    link.name(),
                    "mimeType",
                    link.mimeType(),
                    "size",
                    link.bytes());
        }
        return Json.object("type", "resource", "resource", json(((Content.Embedded) block).resource()));
    }

    static Map<String, Object> json(ResourceContent resource) {
        return RecordWriter.write(resource);
    }
}
