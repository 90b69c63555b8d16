package io.github.mcpconnectors.filesystem;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What is said about results. */
final class Notes {

    private Notes() {}

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
