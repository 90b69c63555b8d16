package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where rows go on: the place of the last one, and a digest of the table, order and filters that it belongs to. It is not
 * signed: its values are bound in a statement that the call itself decides and that is guarded as any other, so whoever
 * makes one up only moves among the rows that the call may read anyway. The digest is against honest mistakes.
 */
final class RowCursor {

    private static final long VERSION = 1;

    /** Longer values are not remembered: the cursor goes to the model and back. */
    private static final int MAX_CHARS = 1_000;

    private final String digest;

    RowCursor(Object... belongsTo) {
        String text = Arrays.deepToString(belongsTo);
        this.digest = Digests.hexOf(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** Empty if one of the values is too long. */
    Optional<String> after(List<@Nullable Object> place) {
        boolean tooLong = place.stream()
                .anyMatch(value -> value != null && String.valueOf(value).length() > MAX_CHARS);
        return tooLong ? Optional.empty() : Optional.of(Cursor.after(JsonText.write(List.of(VERSION, digest, place))));
    }

    List<@Nullable String> place(String cursor, int size) {
        Object content = JsonText.read(Cursor.key(cursor)).orElse("");
        if (content instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof Number version
                && version.longValue() == VERSION
                && digest.equals(parts.get(1))
                && parts.get(2) instanceof List<?> place
                && place.size() == size) {
            List<@Nullable String> values = new ArrayList<>();
            place.forEach(value -> values.add(value == null ? null : String.valueOf(value)));
            return values;
        }
        throw new ToolException(
                Reason.INVALID,
                "The cursor belongs to another table, order or set of filters, or the table has changed. Repeat the call"
                        + " that gave it, with nothing changed but cursor, columns and limit; or leave it out to start anew.");
    }
}
