package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Fence;
import io.github.mcpconnectors.shared.JsonText;
import java.util.List;

/** The text of results that hold what others wrote: their JSON in a fence. */
public final class FencedJson {

    private FencedJson() {}

    public static List<Content> of(String source, Record result) {
        return List.of(new Content.Text(text(source, result)));
    }

    public static String text(String source, Record result) {
        return Fence.around(source, JsonText.write(result));
    }
}
