package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a result, and a block of its own for what is said about it, so that the text itself stays as it is. */
final class Blocks {

    private Blocks() {}

    static List<Content> of(String text, @Nullable String note) {
        return note == null
                ? List.of(new Content.Text(text))
                : List.of(new Content.Text(text), new Content.Text("[" + note + "]"));
    }
}
