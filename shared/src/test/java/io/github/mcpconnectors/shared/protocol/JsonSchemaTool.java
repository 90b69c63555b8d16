package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conformance suite's tool with a schema that says what no record can (SEP-1613, SEP-2106). */
@Tool(
        name = "json_schema_2020_12_tool",
        title = "JSON Schema 2020-12",
        description = "Tool with JSON Schema 2020-12 features",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
public final class JsonSchemaTool implements ToolHandler<JsonSchemaTool.Input, JsonSchemaTool.Output>, GivenSchema {

    record Address(@Nullable String street, @Nullable String city) {}

    record Input(
            @Nullable String name,
            @Nullable Address address,
            @Name("contactMethod") @Nullable String contactMethod,
            @Nullable String phone,
            @Nullable String email) {}

    record Output(String content) implements TextResult {}

    @Override
    public Map<String, Object> inputSchema() {
        return Json.object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "type",
                "object",
                "$defs",
                Json.object("address", address()),
                "properties",
                Json.object(
                        "name",
                        text(),
                        "address",
                        Json.object("$ref", "#/$defs/address"),
                        "contactMethod",
                        Json.object("type", "string", "enum", List.of("phone", "email")),
                        "phone",
                        text(),
                        "email",
                        text()),
                "allOf",
                List.of(Json.object("anyOf", List.of(required("phone"), required("email")))),
                "if",
                Json.object(
                        "properties",
                        Json.object("contactMethod", Json.object("const", "phone")),
                        "required",
                        List.of("contactMethod")),
                "then",
                required("phone"),
                "else",
                required("email"),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> address() {
        return Json.object(
                "$anchor", "addressDef", "type", "object", "properties", Json.object("street", text(), "city", text()));
    }

    private static Map<String, Object> text() {
        return Json.object("type", "string");
    }

    private static Map<String, Object> required(String name) {
        return Json.object("required", List.of(name));
    }

    @Override
    public Output call(Input input, Call call) {
        return new Output("Got " + input);
    }
}
