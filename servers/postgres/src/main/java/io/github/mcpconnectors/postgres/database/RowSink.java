package io.github.mcpconnectors.postgres.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a statement one by one, while the rest is still to come; what it throws ends the statement. */
public interface RowSink {

    /** Comes first. */
    void columns(List<StreamedColumn> columns);

    /** Values as the server writes them. */
    void row(List<@Nullable String> texts);
}
