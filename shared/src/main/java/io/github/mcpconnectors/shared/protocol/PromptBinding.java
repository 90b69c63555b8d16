package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A prompt as the protocol sees it. */
public final class PromptBinding {

    private final PromptHandler<?> handler;
    private final Prompt prompt;
    private final Class<? extends Record> input;
    private final Choices choices;

    private PromptBinding(PromptHandler<?> handler, Choices choices) {
        this.choices = choices;
        this.handler = handler;
        this.prompt = Annotations.of(handler, Prompt.class);
        this.input = Annotations.records(handler, PromptHandler.class).get(0);
    }

    /** Those of a server, in its order. */
    static List<PromptBinding> all(Connector connector) {
        Choices choices = new Choices(connector.choices());
        return connector.prompts().stream()
                .map(prompt -> new PromptBinding(prompt, choices))
                .toList();
    }

    String name() {
        return prompt.name();
    }

    PromptHandler<?> handler() {
        return handler;
    }

    /** As in prompts/list. */
    public Map<String, Object> definition() {
        List<Map<String, Object>> arguments = Field.of(input, Naming.SNAKE).stream()
                .filter(field -> !choices.hides(field.name()))
                .map(field -> Json.object(
                        "name",
                        field.name(),
                        "description",
                        field.description(),
                        "required",
                        field.required() || choices.requires(field.name())))
                .toList();
        return Json.object(
                "name",
                prompt.name(),
                "title",
                prompt.title(),
                "description",
                prompt.description(),
                "arguments",
                arguments);
    }

    /** A GetPromptResult: everything is said by the user. */
    Map<String, Object> get(Map<?, ?> arguments, Call call) {
        List<Map<String, Object>> messages = render(input, arguments, call).stream()
                .map(block -> Json.object("role", "user", "content", Contents.json(block)))
                .toList();
        return Json.object("description", prompt.description(), "messages", messages);
    }

    @SuppressWarnings("unchecked") // the handler's own type argument, read from its class
    private <I extends Record> List<Content> render(Class<I> input, Map<?, ?> arguments, Call call) {
        List<Problem> problems = new ArrayList<>();
        I read = RecordReader.read(input, (Map<String, ?>) arguments, Naming.SNAKE, problems);
        if (read == null) {
            throw RpcError.invalidParams(
                    "Wrong arguments for the prompt " + name() + ": " + RecordReader.tell(problems));
        }
        return ((PromptHandler<I>) handler).render(read, call);
    }
}
