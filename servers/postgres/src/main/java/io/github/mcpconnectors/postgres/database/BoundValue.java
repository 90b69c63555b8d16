package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.JsonText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model's value for a parameter, on its way to the server. */
final class BoundValue {

    private BoundValue() {}

    /** As text of unknown type, so that the server decides what it is, as it does with a literal in quotes. */
    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.OTHER);
        } else {
            statement.setObject(index, text(value), Types.OTHER);
        }
    }

    /** Lists are arrays as the server reads them, in as many dimensions as they have. */
    static String text(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(BoundValue::item).collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Map<?, ?> ? JsonText.write(value) : String.valueOf(value);
    }

    private static String item(@Nullable Object item) {
        if (item == null || item instanceof List<?>) {
            return item == null ? "NULL" : text(item);
        }
        return '"' + text(item).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
