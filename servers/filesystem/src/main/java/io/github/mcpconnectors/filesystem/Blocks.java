package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Content;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The text of a result, and a block of its own for what is said about it, so that the text itself stays as it is. */
final class Blocks {

    private Blocks() {}

    static List<Content> of(String text, @Nullable String note) {
        return note == null
                ? List.of(new Content.Text(text))
                : List.of(new Content.Text(text), new Content.Text("[" + note + "]"));
    }

    /** What is said of one page of a list; null when it is the last and complete. */
    static @Nullable String page(@Nullable String nextCursor, int unreadable) {
        StringJoiner note = new StringJoiner(" ");
        if (nextCursor != null) {
            note.add("There is more; call again with cursor " + nextCursor + ".");
        }
        if (unreadable > 0) {
            note.add(unreadable + " entries could not be read and are left out.");
        }
        return note.length() == 0 ? null : note.toString();
    }
}
