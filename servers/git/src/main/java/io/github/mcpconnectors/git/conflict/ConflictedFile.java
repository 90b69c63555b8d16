package io.github.mcpconnectors.git.conflict;

import io.github.mcpconnectors.git.status.Conflict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file with a conflict; a version that is null is not there, on the side that deleted it or where both added it.
 *
 * @param base what both sides started from
 * @param ours of what is checked out; during a rebase that is what is rebased onto
 * @param places conflicts in the file on disk
 * @param markers of the first of them
 */
public record ConflictedFile(
        String path,
        Conflict.Sides sides,
        @Nullable Stage base,
        @Nullable Stage ours,
        @Nullable Stage theirs,
        int places,
        List<MarkedLines> markers) {

    private static final int MOST_MARKERS = 500;

    public ConflictedFile {
        markers = markers.stream().limit(MOST_MARKERS).toList();
    }

    public String text() {
        StringBuilder text = new StringBuilder(
                        sides.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append(": ")
                .append(path)
                .append('\n');
        append(text, "base", base);
        append(text, "ours", ours);
        append(text, "theirs", theirs);
        markers.forEach(marked -> text.append("  ").append(marked.text()).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Stage stage) {
        if (stage == null) {
            return;
        }
        String size = stage.size() == null ? "submodule" : stage.size() + " bytes";
        text.append("  ")
                .append(name)
                .append(' ')
                .append(stage.sha())
                .append(", ")
                .append(size)
                .append('\n');
        if (stage.text() != null) {
            text.append(stage.text()).append(stage.text().endsWith("\n") ? "" : "\n");
        }
    }
}
