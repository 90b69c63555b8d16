package io.github.mcpconnectors.postgres.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an array as the server writes it (PostgreSQL 8.15.6): {1,NULL,{"a \"b\""}}, perhaps after its bounds [0:1]=. */
final class ArrayText {

    /** Deeper than the server's own six dimensions, so that nothing legal is refused. */
    private static final int DEPTH = 8;

    private final String text;
    private final char delimiter;
    private final Function<String, Object> item;
    private int at;

    private ArrayText(String text, char delimiter, Function<String, Object> item) {
        this.text = text;
        this.delimiter = delimiter;
        this.item = item;
        this.at = Math.max(0, text.startsWith("[") ? text.indexOf('=') + 1 : 0);
    }

    /** Empty when the text is no array. */
    static Optional<List<@Nullable Object>> read(String text, char delimiter, Function<String, Object> item) {
        ArrayText reader = new ArrayText(text, delimiter, item);
        List<@Nullable Object> items = reader.peek() == '{' ? reader.list(0) : null;
        return items == null || reader.at != text.length() ? Optional.empty() : Optional.of(items);
    }

    private @Nullable List<@Nullable Object> list(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        if (peek() == '}') {
            at++;
            return items;
        }
        while (depth < DEPTH) {
            if (peek() == '{') {
                List<@Nullable Object> nested = list(depth + 1);
                if (nested == null) {
                    return null;
                }
                items.add(nested);
            } else {
                items.add(peek() == '"' ? item.apply(quoted()) : bare());
            }
            char next = peek();
            at++;
            if (next == '}') {
                return items;
            }
            if (next != delimiter) {
                return null;
            }
        }
        return null;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            value.append(peek());
            at++;
        }
        at++;
        return value.toString();
    }

    private @Nullable Object bare() {
        int start = at;
        while (at < text.length() && peek() != delimiter && peek() != '}') {
            at++;
        }
        String value = text.substring(start, at);
        return value.equals("NULL") ? null : item.apply(value);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
