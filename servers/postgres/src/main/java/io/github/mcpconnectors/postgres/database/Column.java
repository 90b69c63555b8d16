package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.JsonText;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalog has it.
 *
 * @param type as SQL writes it, without length or precision: a cast would cut to them where storing fails
 * @param base the same, or what the type is a domain over
 */
public record Column(String name, String type, String base) {

    /** The text that the server reads as this value: what rows give for a value is the same value here. */
    @Nullable
    String literal(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        boolean json = base.equals("json") || base.equals("jsonb");
        if (value instanceof Map || (json && !(value instanceof String))) {
            return JsonText.write(value);
        }
        return base.equals("bytea") && value instanceof String text ? hex(text) : BoundValue.text(value);
    }

    /** Results have base64; what is not reads as the server's own notation. */
    private static String hex(String text) {
        if (text.startsWith("\\x") || text.length() % 4 != 0 || !text.matches("[A-Za-z0-9+/]*={0,2}")) {
            return text;
        }
        return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text));
    }
}
