package io.github.mcpconnectors.postgres.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads columns of the type text[]. */
public final class TextArray {

    private TextArray() {}

    public static List<String> of(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
