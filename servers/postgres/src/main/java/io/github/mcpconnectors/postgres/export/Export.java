package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.shared.Caller;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A file that is complete.
 *
 * @param id 128 random bits: nobody finds it by trying
 * @param parts where each part begins, in bytes; a part is of whole rows
 * @param changed values that are not as the database has them
 */
public record Export(
        String id,
        String database,
        Caller owner,
        Path file,
        String mimeType,
        List<Long> parts,
        long rows,
        long bytes,
        String sha256,
        long changed,
        Instant expires) {

    /** Beginning and end of a part, which counts from 1. */
    long from(int part) {
        return parts.get(part - 1);
    }

    long to(int part) {
        return part == parts.size() ? bytes : parts.get(part);
    }
}
