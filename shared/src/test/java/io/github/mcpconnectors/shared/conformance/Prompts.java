package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import io.github.mcpconnectors.shared.ResourceContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a prompt can hold. */
final class Prompts {

    private Prompts() {}

    @Prompt(name = "test_simple_prompt", title = "Simple", description = "A prompt without arguments.")
    static final class Simple implements PromptHandler<None> {

        @Override
        public List<Content> render(None input, Call call) {
            return List.of(new Content.Text("This is a simple prompt for testing."));
        }
    }

    @Prompt(name = "test_prompt_with_arguments", title = "Arguments", description = "A prompt with arguments.")
    static final class WithArguments implements PromptHandler<WithArguments.Pair> {

        record Pair(
                @Description("First test argument") String arg1,
                @Description("Second test argument") String arg2) {}

        @Override
        public List<Content> render(Pair input, Call call) {
            return List.of(new Content.Text(
                    "Prompt with arguments: arg1='" + input.arg1() + "', arg2='" + input.arg2() + "'"));
        }

        @Override
        public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
            return Stream.of("paris", "park", "party")
                    .filter(word -> word.startsWith(typed))
                    .toList();
        }
    }

    @Prompt(
            name = "test_prompt_with_embedded_resource",
            title = "Embedded resource",
            description = "A prompt with a resource in it.")
    static final class WithEmbeddedResource implements PromptHandler<WithEmbeddedResource.Link> {

        record Link(
                @Name("resourceUri") @Description("URI of the resource to embed")
                String resourceUri) {}

        @Override
        public List<Content> render(Link input, Call call) {
            return List.of(
                    new Content.Embedded(ResourceContent.text(
                            input.resourceUri(), "text/plain", "Embedded resource content for testing.")),
                    new Content.Text("Please process the embedded resource above."));
        }
    }

    @Prompt(name = "test_prompt_with_image", title = "Image", description = "A prompt with a picture in it.")
    static final class WithImage implements PromptHandler<None> {

        @Override
        public List<Content> render(None input, Call call) {
            return List.of(Samples.picture(), new Content.Text("Please analyze the image above."));
        }
    }

    @Prompt(
            name = "test_input_required_result_prompt",
            title = "Question",
            description = "A prompt that asks a person first.")
    static final class Asking implements PromptHandler<None> {

        @Override
        public List<Content> render(None input, Call call) {
            Map<?, ?> answer = Questions.one(
                    call, "user_context", Questions.form("What context should the prompt use?", "context", "string"));
            return List.of(new Content.Text("Context: " + Questions.field(answer, "context")));
        }
    }
}
