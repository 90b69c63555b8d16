package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A statement of ours with values of a model's, each under the name of its column; the text never holds a value. Values
 * have no type, so that the server reads each as what its column is, and an index on that serves.
 */
public final class BoundSql {

    /** The protocol counts them in 16 bits (PostgreSQL, 55.7, Bind). */
    private static final int MOST_VALUES = 32_767;

    private record Value(String column, @Nullable String literal) {}

    /** What stands before each value. */
    private final List<String> texts = new ArrayList<>();

    private final List<Value> values = new ArrayList<>();

    /** What stands behind the last value. */
    private final StringBuilder rest = new StringBuilder();

    /** Text of ours, and names from the catalog in quotes. */
    public BoundSql add(String ownSql) {
        rest.append(ownSql);
        return this;
    }

    public BoundSql add(BoundSql other) {
        for (int i = 0; i < other.values.size(); i++) {
            add(other.texts.get(i)).add(other.values.get(i));
        }
        return add(other.rest.toString());
    }

    /** A value, for what stands before it: a text, number, boolean, list, or null. */
    public BoundSql value(String column, @Nullable Object value) {
        return add(new Value(column, value == null ? null : BoundValue.text(value)));
    }

    private BoundSql add(Value value) {
        texts.add(rest.toString());
        values.add(value);
        rest.setLength(0);
        return this;
    }

    /** The same as if a model had written it. */
    ModelQuery query() {
        List<@Nullable Object> literals = new ArrayList<>();
        values.forEach(value -> literals.add(value.literal));
        return new ModelQuery(text(number -> "$" + number), literals);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        if (values.size() > MOST_VALUES) {
            throw new ToolException(Reason.INVALID, "These are too many values for one call; send fewer at a time.");
        }
        PreparedStatement statement = connection.prepareStatement(text(number -> "?"));
        for (int i = 0; i < values.size(); i++) {
            BoundValue.bind(statement, i + 1, values.get(i).literal);
        }
        return statement;
    }

    private String text(IntFunction<String> mark) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            text.append(texts.get(i)).append(mark.apply(i + 1));
        }
        return text.append(rest).toString();
    }

    /** The server quotes values that it cannot read. */
    String withoutValues(String message) {
        String shown = message;
        for (Value value : values) {
            if (value.literal != null) {
                shown = shown.replace('"' + value.literal + '"', "the value for " + value.column);
            }
        }
        return shown;
    }

    /** Text and values, to tell whether two are the same. */
    @Override
    public String toString() {
        return query().toString();
    }
}
