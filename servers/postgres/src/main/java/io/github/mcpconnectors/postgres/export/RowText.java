package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.postgres.database.StreamedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one export. */
interface RowText {

    /** What stands before the rows. */
    String begin(List<StreamedColumn> columns);

    String row(List<@Nullable String> texts);

    /** What stands behind them. */
    String end();

    /** How many values are not as the database has them. */
    long changed();
}
