package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "echo",
        title = "Echo",
        description = "Returns what it was given, with every kind of argument there is.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false,
        aliases = "old_echo")
final class Echo implements ToolHandler<Echo.Input, Echo.Output> {

    enum Shade {
        LIGHT,
        VERY_DARK
    }

    record Part(
            @Name("oldText") String oldText,
            @Default("false") boolean all) {}

    record Input(
            @Description("What to say") @Length(min = 1, max = 1000)
            String text,

            @Description("How often") @Range(min = 1, max = 5) @Default("1")
            int times,

            @Description("A shade") @Nullable Shade shade,

            @Description("Parts") @Length(max = 3) @Default("")
            List<Part> parts,

            @Description("A code") @Pattern("[A-Z]{2}\\d+") @Nullable
            String code) {}

    record Output(
            String content,
            List<Part> parts,
            @Nullable Shade shade,
            @Nullable String code) implements TextResult {}

    @Override
    public Output call(Input input, Call call) {
        return new Output(input.text().repeat(input.times()), input.parts(), input.shade(), input.code());
    }
}
