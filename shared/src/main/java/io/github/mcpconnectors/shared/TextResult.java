package io.github.mcpconnectors.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that reads as its content. What is to be said about the content, such as where it goes on, is a block of its
 * own, so that the content itself stays as it is.
 */
public interface TextResult extends Rendered {

    String content();

    default @Nullable String note() {
        return null;
    }

    @Override
    default List<Content> blocks() {
        String note = note();
        return note == null
                ? List.of(new Content.Text(content()))
                : List.of(new Content.Text(content()), new Content.Text("[" + note + "]"));
    }
}
