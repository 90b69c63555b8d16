package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;

@Prompt(
        name = "explain-project",
        title = "Explain a project",
        description = "What a project is for, how it is laid out, and where to start reading.")
final class ExplainProject implements PromptHandler<ExplainProject.Input> {

    record Input(@Description("Directory of the project") String path) {}

    @Override
    public List<Content> render(Input input, Call call) {
        return List.of(
                new Content.Text("Explain the project in " + input.path() + " to somebody who has never seen it.\n"
                        + "1. Get an overview with directory_tree (max_depth 3, respect_gitignore true).\n"
                        + "2. Read the README and the build files, then the entry points that they lead to.\n"
                        + "3. Say what it is for, how its parts fit together, how it is built and tested, and which five"
                        + " files to read first. Name the file behind each claim, and say what you did not look at."));
    }
}
