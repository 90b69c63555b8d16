package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.diagnosis.FencedJson;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Fence;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Rendered;
import java.util.ArrayList;
import java.util.List;

/** What a prompt says: a task in words of ours, and then what it is about, as data. */
final class Briefing {

    private final List<Content> blocks = new ArrayList<>();

    Briefing(String task) {
        blocks.add(new Content.Text(task));
    }

    /** What a tool found. */
    Briefing with(String source, Record found) {
        blocks.addAll(found instanceof Rendered rendered ? rendered.blocks() : FencedJson.of(source, found));
        return this;
    }

    Briefing with(String source, String text) {
        blocks.add(new Content.Text(Fence.around(source, text)));
        return this;
    }

    /** On one line that the question cannot leave. */
    Briefing asking(String question) {
        blocks.add(new Content.Text("The question, as a JSON string: " + JsonText.write(question)));
        return this;
    }

    List<Content> blocks() {
        return List.copyOf(blocks);
    }
}
