package io.github.mcpconnectors.shared.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper, and JSON as plain maps and lists. */
public final class Json {

    /** Keys that appear twice are refused: two readers of one message must not see different values. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonMapper EXACT = MAPPER.rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The text is no JSON; the message says where, without quoting it. */
    public static final class NotJson extends Exception {

        private static final long serialVersionUID = 1L;

        NotJson(JacksonException cause) {
            super(cause.getOriginalMessage(), cause);
        }
    }

    private Json() {}

    /** Maps, lists, texts, numbers, booleans or null. */
    public static @Nullable Object read(byte[] utf8) throws NotJson {
        return read(MAPPER, utf8);
    }

    /** The same, with decimals that are not rounded. */
    public static @Nullable Object readExact(byte[] utf8) throws NotJson {
        return read(EXACT, utf8);
    }

    private static @Nullable Object read(JsonMapper mapper, byte[] utf8) throws NotJson {
        try {
            return mapper.readValue(utf8, Object.class);
        } catch (JacksonException e) {
            throw new NotJson(e);
        }
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** For the SDK, which converts its own records. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A map in the order given: key, value, key, value; a value that is null leaves its key out. */
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            put(object, String.valueOf(Objects.requireNonNull(keysAndValues[i])), keysAndValues[i + 1]);
        }
        return object;
    }

    public static void put(Map<String, Object> object, String key, @Nullable Object value) {
        if (value != null) {
            object.put(key, value);
        }
    }
}
