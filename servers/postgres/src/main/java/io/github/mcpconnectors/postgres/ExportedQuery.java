package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.change.ChangedRows;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.export.Export;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import java.time.Instant;
import java.util.List;

/**
 * Where an export can be read, and what it is.
 *
 * @param guardedValues that begin with an apostrophe in CSV, since a spreadsheet would run them
 * @param firstRows as query gives them
 */
record ExportedQuery(
        String database,
        String uri,
        String fileName,
        String mimeType,
        long rowCount,
        long bytes,
        String sha256,
        long guardedValues,
        Instant expiresAt,
        Rows firstRows)
        implements Rendered {

    static ExportedQuery of(Export export, String fileName, Rows first) {
        return new ExportedQuery(
                export.database(),
                DatabaseUri.of(export.database(), "exports", export.id()),
                fileName,
                export.mimeType(),
                export.rows(),
                export.bytes(),
                export.sha256(),
                export.changed(),
                export.expires(),
                first);
    }

    @Override
    public List<Content> blocks() {
        String guarded = guardedValues == 0
                ? ""
                : " " + guardedValues + " values got an apostrophe in front, since a spreadsheet would run them as"
                        + " formulas; ndjson and json leave them as they are.";
        return List.of(
                new Content.Text("Exported " + ChangedRows.count(rowCount) + ", " + bytes + " bytes, SHA-256 " + sha256
                        + ", kept until " + expiresAt + "." + guarded + " The first rows:"),
                new Content.Text(firstRows.fenced()),
                new Content.Link(uri, fileName, mimeType, bytes));
    }
}
