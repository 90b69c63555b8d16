package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of names goes on. It is not signed: its texts are only bound and compared, so whoever makes one up moves
 * within what the list shows anyway.
 */
final class TextCursor {

    private TextCursor() {}

    static String after(String... key) {
        return Cursor.after(JsonText.write(Arrays.asList(key)));
    }

    /** So many texts; nulls at the beginning, where there is no cursor. */
    static @Nullable String[] key(@Nullable String cursor, int size) {
        if (cursor == null) {
            return new @Nullable String[size];
        }
        Object content = JsonText.read(Cursor.key(cursor)).orElse("");
        if (content instanceof List<?> key && key.size() == size && key.stream().allMatch(String.class::isInstance)) {
            return key.toArray(new @Nullable String[0]);
        }
        throw new ToolException(
                Reason.INVALID, "The cursor is not one that this tool gave out. Leave it out to start anew.");
    }
}
