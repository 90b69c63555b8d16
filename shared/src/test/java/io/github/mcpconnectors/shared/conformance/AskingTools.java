package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;

/** Questions that work in both eras. */
final class AskingTools {

    private AskingTools() {}

    @Tool(
            name = "test_elicitation",
            title = "Question",
            description = "Asks a person for name and address.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class Elicitation implements ToolHandler<Elicitation.Message, Said> {

        record Message(@Description("What to ask") String message) {}

        record Person(
                @Description("User's response") String username,
                @Description("User's email address") String email) {}

        @Override
        public Said call(Message input, Call call) {
            return new Said("User response: " + call.ask(input.message(), Person.class));
        }
    }

    @Tool(
            name = "test_elicitation_sep1034_defaults",
            title = "Defaults",
            description = "Asks a person with a form that is filled in already.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ElicitationDefaults implements ToolHandler<None, Said> {

        enum Status {
            ACTIVE,
            INACTIVE,
            PENDING
        }

        record Profile(
                @Default("John Doe") String name,
                @Default("30") int age,
                @Default("95.5") double score,
                @Default("active") Status status,
                @Default("true") boolean verified) {}

        @Override
        public Said call(None input, Call call) {
            return new Said("Elicitation completed: " + call.ask("Is this right?", Profile.class));
        }
    }

    @Tool(
            name = "test_streaming_elicitation",
            title = "Question of a stream",
            description = "Tells how far it is, then asks a person.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class StreamingElicitation implements ToolHandler<None, Said> {

        record Next(@Description("The answer") String answer) {}

        @Override
        public Said call(None input, Call call) {
            call.progress(1, 2, "about to ask");
            return new Said("Answered: " + call.ask("How does it go on?", Next.class));
        }
    }

    @Tool(
            name = "test_elicitation_sep1330_enums",
            title = "Choices",
            description = "Asks a person with every kind of choice.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ElicitationEnums implements ToolHandler<None, Said> {

        private static final List<String> OPTIONS = List.of("option1", "option2", "option3");
        private static final Map<String, Object> SCHEMA = Json.object(
                "type",
                "object",
                "properties",
                Json.object(
                        "untitledSingle",
                        Json.object("type", "string", "enum", OPTIONS),
                        "titledSingle",
                        Json.object("type", "string", "oneOf", titled()),
                        "legacyEnum",
                        Json.object(
                                "type",
                                "string",
                                "enum",
                                List.of("opt1", "opt2", "opt3"),
                                "enumNames",
                                List.of("Option One", "Option Two", "Option Three")),
                        "untitledMulti",
                        Json.object("type", "array", "items", Json.object("type", "string", "enum", OPTIONS)),
                        "titledMulti",
                        Json.object("type", "array", "items", Json.object("anyOf", titled()))));

        private static List<Map<String, Object>> titled() {
            return List.of(
                    Json.object("const", "value1", "title", "First"),
                    Json.object("const", "value2", "title", "Second"),
                    Json.object("const", "value3", "title", "Third"));
        }

        @Override
        public Said call(None input, Call call) {
            Map<?, ?> answer = Questions.one(call, "choices", InputRequest.form("Which ones?", SCHEMA));
            return new Said(
                    "Elicitation completed: action=" + answer.get("action") + ", content=" + answer.get("content"));
        }
    }

    @Tool(
            name = "test_sampling",
            title = "Sampling",
            description = "Asks the model of the client.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class Sampling implements ToolHandler<Sampling.Input, Said> {

        record Input(@Description("What to ask") String prompt) {}

        @Override
        public Said call(Input input, Call call) {
            return new Said("LLM response: "
                    + Questions.text(Questions.one(call, "sampling", Questions.toModel(input.prompt()))));
        }
    }

    @Tool(
            name = "test_missing_capability",
            title = "Capability",
            description = "Asks the model of the client, which therefore has to have one.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class MissingCapability implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            return new Said(Questions.text(Questions.one(call, "sampling", Questions.toModel("Say yes."))));
        }
    }
}
