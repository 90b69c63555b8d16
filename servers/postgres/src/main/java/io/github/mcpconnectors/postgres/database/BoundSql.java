package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of ours with values of a model's, each under the name of its column; the text never holds a value. */
public final class BoundSql {

    /** The protocol counts them in 16 bits (PostgreSQL, 55.7, Bind). */
    private static final int MOST_VALUES = 32_767;

    private record Value(Column column, @Nullable String literal) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Value> values = new ArrayList<>();

    /** Text of ours, and names from the catalog in quotes. */
    public BoundSql add(String ownSql) {
        text.append(ownSql);
        return this;
    }

    public BoundSql add(BoundSql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** A value for a column, of its type. */
    public BoundSql value(Column column, @Nullable Object value) {
        text.append("CAST(? AS ").append(column.type()).append(')');
        values.add(new Value(column, column.literal(value)));
        return this;
    }

    /** A value that is a text whatever the column is. */
    public BoundSql text(Column column, String value) {
        text.append("CAST(? AS pg_catalog.text)");
        values.add(new Value(column, value));
        return this;
    }

    /** The text without any value. */
    public String sql() {
        return text.toString();
    }

    /** Of unknown type, so that the server reads each as a literal in quotes. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        if (values.size() > MOST_VALUES) {
            throw new ToolException(Reason.INVALID, "These are too many values for one call; send fewer at a time.");
        }
        PreparedStatement statement = connection.prepareStatement(sql());
        for (int i = 0; i < values.size(); i++) {
            String literal = values.get(i).literal();
            if (literal == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else {
                statement.setObject(i + 1, literal, Types.OTHER);
            }
        }
        return statement;
    }

    /** The server quotes values that it cannot read. */
    String withoutValues(String message) {
        String shown = message;
        for (Value value : values) {
            if (value.literal() != null) {
                shown = shown.replace(
                        '"' + value.literal() + '"',
                        "the value for " + value.column().name());
            }
        }
        return shown;
    }

    /** Text and values, to tell whether two are the same. */
    @Override
    public String toString() {
        return text + values.toString();
    }
}
