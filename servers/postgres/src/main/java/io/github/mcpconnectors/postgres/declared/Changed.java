package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Executed;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a declared change did: how many rows it changed and, if it returns any, these. */
record Changed(String database, long affected, @Nullable Rows rows) implements Rendered {

    static Changed of(Executed done, String database) {
        Rows rows = done.rows();
        Long affected = done.affected();
        return new Changed(database, rows != null ? rows.rowCount() : affected == null ? 0 : affected, rows);
    }

    /** Such as 1 row. */
    String count() {
        boolean more = rows != null && rows.truncated() && rows.truncatedBy() != Rows.Cut.CELL;
        return (more ? "more than " : "") + affected + (affected == 1 ? " row" : " rows");
    }

    @Override
    public List<Content> blocks() {
        List<Content> blocks = new ArrayList<>(List.of(new Content.Text("Changed " + count() + ".")));
        if (rows != null) {
            blocks.add(rows.blocks().get(0));
        }
        return blocks;
    }
}
