package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "review-file",
        title = "Review a file",
        description = "Mistakes and weak places of one file, each with its line and a remedy.")
final class ReviewFile implements PromptHandler<ReviewFile.Input> {

    record Input(
            @Description("File to review") String path,

            @Description("What matters most, such as security") @Nullable
            String focus) {}

    @Override
    public List<Content> render(Input input, Call call) {
        String focus = input.focus() == null ? "" : " Look above all at " + input.focus() + ".";
        return List.of(new Content.Text("Review the file " + input.path() + "." + focus + "\n"
                + "1. Read all of it with read_text_file (line_numbers true), and with search_content what uses it"
                + " or is used by it.\n"
                + "2. List what is wrong or risky, worst first: the line, why it matters, and the change that"
                + " would mend it.\n"
                + "3. Leave out matters of taste. Change nothing."));
    }
}
