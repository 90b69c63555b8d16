package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.RecordWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON inside of data, for servers: as plain maps, lists, texts, numbers and booleans. */
public final class JsonText {

    private JsonText() {}

    /** Empty for null, and for what is no JSON or has a key twice. */
    public static Optional<Object> read(String text) {
        try {
            return Optional.ofNullable(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    /** The same, with decimals that are not rounded. */
    public static Optional<Object> readExact(String text) {
        try {
            return Optional.ofNullable(Json.readExact(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    /** A record is written as it is in a structured result. */
    public static String write(Object value) {
        return Json.text(value instanceof Record result ? RecordWriter.write(result) : value);
    }
}
