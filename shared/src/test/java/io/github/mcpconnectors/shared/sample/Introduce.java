package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(name = "introduce", title = "Introduce", description = "Asks for an introduction.")
final class Introduce implements PromptHandler<Introduce.Input> {

    record Input(
            @Description("Whose") String name,
            @Description("In which tone") @Nullable String tone) {}

    @Override
    public List<Content> render(Input input, Call call) {
        return List.of(new Content.Text("Introduce " + input.name() + "."));
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return argument.equals("tone") ? List.of("calm", "cheerful") : List.of();
    }
}
