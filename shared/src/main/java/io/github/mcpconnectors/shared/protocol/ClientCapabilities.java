package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;

/** What a client says it can do (MCP schema, ClientCapabilities). */
public record ClientCapabilities(Map<?, ?> values) {

    public static final ClientCapabilities NONE = new ClientCapabilities(Map.of());

    public boolean can(InputRequest request) {
        return switch (request.method()) {
            case InputRequest.ELICITATION -> canShowForms();
            case InputRequest.SAMPLING -> values.get("sampling") instanceof Map;
            case InputRequest.ROOTS -> values.get("roots") instanceof Map;
            default -> false;
        };
    }

    /** Elicitation without a mode means forms (2025-11-25, Elicitation). */
    private boolean canShowForms() {
        return values.get("elicitation") instanceof Map<?, ?> modes
                && (modes.containsKey("form") || !modes.containsKey("url"));
    }

    public boolean hasExtension(String name) {
        return values.get("extensions") instanceof Map<?, ?> extensions && extensions.get(name) instanceof Map;
    }

    /** What a client would have to declare to be sent this. */
    public static Map<String, Object> neededFor(InputRequest request) {
        return switch (request.method()) {
            case InputRequest.ELICITATION -> Json.object("elicitation", Json.object("form", Map.of()));
            case InputRequest.SAMPLING -> Json.object("sampling", Map.of());
            default -> Json.object("roots", Map.of());
        };
    }

    /** What a client would have to declare to use this extension. */
    public static Map<String, Object> neededFor(String extension) {
        return Json.object("extensions", Json.object(extension, Map.of()));
    }
}
