package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Fence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a prompt says: a task in words of ours, and then what it is about, as data. */
final class Briefing {

    private final List<Content> blocks = new ArrayList<>();

    Briefing(OpenRepository repository, String task) {
        blocks.add(new Content.Text(task + "\nThe repository, as repo_path: " + repository.shown()));
    }

    /** Written by others, if there is any. */
    Briefing with(String source, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            blocks.add(new Content.Text(Fence.around(source, text)));
        }
        return this;
    }

    List<Content> blocks() {
        return List.copyOf(blocks);
    }
}
