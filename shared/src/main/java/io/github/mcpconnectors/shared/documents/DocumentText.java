package io.github.mcpconnectors.shared.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, as Markdown. The same document and selection always give the same text, so it can be paged by
 * character offset. Pages counts the pages or slides of the whole document, sheets names all its sheets; truncated
 * tells that the text stopped at a limit.
 */
public record DocumentText(
        String format,
        @Nullable String title,
        String text,
        @Nullable Integer pages,
        List<String> sheets,
        boolean truncated) {

    public DocumentText {
        sheets = List.copyOf(sheets);
    }
}
