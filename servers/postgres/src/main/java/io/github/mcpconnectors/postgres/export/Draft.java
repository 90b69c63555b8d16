package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.postgres.database.RowSink;
import io.github.mcpconnectors.postgres.database.StreamedColumn;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An export while its rows come; closed without {@link #keep}, it leaves nothing behind. */
public final class Draft implements RowSink, AutoCloseable {

    /** Of one part: what a client gets at once has to fit into its memory and ours, several times. */
    static final int PART_BYTES = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final int ROWS_BETWEEN_NOTES = 1_000;

    private final Exports exports;
    private final Call call;
    private final ExportFormat format;
    private final int maxRows;
    private final RowText text;
    private final Path file;
    private final OutputStream out;
    private final MessageDigest digest = Digests.sha256();
    private final List<Long> parts = new ArrayList<>(List.of(0L));
    private long rows;
    private long bytes;
    private boolean kept;

    Draft(Exports exports, Call call, ExportFormat format, int maxRows) throws IOException {
        this.exports = exports;
        this.call = call;
        this.format = format;
        this.maxRows = maxRows;
        this.text = format.text();
        this.file = exports.newFile(format.suffix());
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    /** How many rows it takes. */
    public int maxRows() {
        return maxRows;
    }

    @Override
    public void columns(List<StreamedColumn> columns) {
        write(text.begin(columns));
    }

    @Override
    public void row(List<@Nullable String> texts) {
        if (rows == maxRows) {
            throw new ToolException(
                    Reason.INVALID,
                    "The statement gives more than " + maxRows + " rows, so nothing was exported. Filter or aggregate,"
                            + " raise max_rows, or have whoever runs this server raise --max-export-rows.");
        }
        String row = text.row(texts);
        rows++;
        write(row);
        if (rows % ROWS_BETWEEN_NOTES == 0) {
            call.progress(rows, 0, rows + " rows");
        }
    }

    private void write(String written) {
        byte[] utf8 = written.getBytes(StandardCharsets.UTF_8);
        long part = parts.get(parts.size() - 1);
        if (bytes > part && bytes + utf8.length - part > PART_BYTES) {
            parts.add(bytes);
        }
        exports.claim(utf8.length, bytes, call.caller());
        bytes += utf8.length;
        digest.update(utf8);
        try {
            out.write(utf8);
        } catch (IOException e) {
            throw Exports.unwritable(e);
        }
    }

    /** Makes it an export of this database. */
    public Export keep(String database) {
        write(text.end());
        try {
            out.close();
        } catch (IOException e) {
            throw Exports.unwritable(e);
        }
        kept = true;
        call.progress(rows, rows, rows + " rows");
        return exports.keep(new Export(
                Exports.newId(),
                database,
                call.caller(),
                file,
                format.mimeType(),
                List.copyOf(parts),
                rows,
                bytes,
                Digests.hex(digest),
                text.changed(),
                exports.expiry()));
    }

    @Override
    public void close() {
        if (!kept) {
            try {
                out.close();
            } catch (IOException e) {
                // It could not be written, which was told already.
            }
            exports.remove(file, bytes);
        }
    }
}
