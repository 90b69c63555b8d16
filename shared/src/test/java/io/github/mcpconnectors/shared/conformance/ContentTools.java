package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;

/** What a tool can answer with. */
final class ContentTools {

    private ContentTools() {}

    @Tool(
            name = "test_simple_text",
            title = "Simple text",
            description = "Answers with a text.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class SimpleText implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            return new Said("This is a simple text response for testing.");
        }
    }

    @Tool(
            name = "test_image_content",
            title = "Image",
            description = "Answers with a picture.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ImageContent implements ToolHandler<None, ImageContent.Picture> {

        record Picture() implements Rendered {

            @Override
            public List<Content> blocks() {
                return List.of(Samples.picture());
            }
        }

        @Override
        public Picture call(None input, Call call) {
            return new Picture();
        }
    }

    @Tool(
            name = "test_audio_content",
            title = "Audio",
            description = "Answers with a sound.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class AudioContent implements ToolHandler<None, AudioContent.Sound> {

        record Sound() implements Rendered {

            @Override
            public List<Content> blocks() {
                return List.of(Content.Audio.of(Samples.WAV, "audio/wav"));
            }
        }

        @Override
        public Sound call(None input, Call call) {
            return new Sound();
        }
    }

    @Tool(
            name = "test_embedded_resource",
            title = "Embedded resource",
            description = "Answers with a resource.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class EmbeddedResource implements ToolHandler<None, EmbeddedResource.Embedding> {

        record Embedding() implements Rendered {

            @Override
            public List<Content> blocks() {
                return List.of(new Content.Embedded(ResourceContent.text(
                        "test://embedded-resource", "text/plain", "This is an embedded resource content.")));
            }
        }

        @Override
        public Embedding call(None input, Call call) {
            return new Embedding();
        }
    }

    @Tool(
            name = "test_multiple_content_types",
            title = "Several kinds of content",
            description = "Answers with a text, a picture and a resource.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class MultipleContentTypes implements ToolHandler<None, MultipleContentTypes.Mixture> {

        record Mixture() implements Rendered {

            @Override
            public List<Content> blocks() {
                return List.of(
                        new Content.Text("Multiple content types test:"),
                        Samples.picture(),
                        new Content.Embedded(ResourceContent.text(
                                "test://mixed-content-resource",
                                "application/json",
                                "{\"test\":\"data\",\"value\":123}")));
            }
        }

        @Override
        public Mixture call(None input, Call call) {
            return new Mixture();
        }
    }
}
