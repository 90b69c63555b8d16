package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "find-in-files",
        title = "Find an answer in files",
        description = "Answers a question from the files below a directory, with the places it rests on.")
final class FindInFiles implements PromptHandler<FindInFiles.Input> {

    record Input(
            @Description("What to find out") String question,

            @Description("Directory to look in; all allowed ones when left out") @Nullable
            String path) {}

    @Override
    public List<Content> render(Input input, Call call) {
        String where = input.path() == null ? "the allowed directories (list_allowed_directories)" : input.path();
        return List.of(new Content.Text("Answer this from the files in " + where + ": " + input.question() + "\n"
                + "1. Think of the words and names under which the answer would stand, and look for them with"
                + " search_content (mode files first) and search_files; PDF and Office files need read_document.\n"
                + "2. Read the places that matter, with some lines around them.\n"
                + "3. Answer, naming file and line for each fact. If the files do not say, say so."));
    }
}
