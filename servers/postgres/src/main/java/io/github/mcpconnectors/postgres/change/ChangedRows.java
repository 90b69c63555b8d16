package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of rows did, or would do.
 *
 * @param sample rows as they were before, or the new ones
 * @param before which of both
 */
public record ChangedRows(String database, String table, long affected, boolean committed, Rows sample, boolean before)
        implements Rendered {

    @Override
    public List<Content> blocks() {
        List<Content> blocks = new ArrayList<>();
        blocks.add(new Content.Text((committed ? "Changed " : "Nothing was changed. This concerns ") + count(affected)
                + " of " + table + "."
                + (before && committed && sample.rowCount() > 0 ? " As before the change:" : "")));
        if (sample.rowCount() > 0) {
            blocks.add(new Content.Text(sample.fenced()));
        }
        return blocks;
    }

    public static String count(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }
}
