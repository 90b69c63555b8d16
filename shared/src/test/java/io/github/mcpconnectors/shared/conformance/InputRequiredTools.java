package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.protocol.FixtureCalls;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Questions as protocol 2026-07-28 has them, under the keys that the suite expects. */
final class InputRequiredTools {

    private InputRequiredTools() {}

    @Tool(
            name = "test_input_required_result_elicitation",
            title = "Name",
            description = "Asks a person for their name.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class OfPerson implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            return new Said(
                    "Hello, " + Questions.field(Questions.one(call, "user_name", Questions.NAME), "name") + "!");
        }
    }

    @Tool(
            name = "test_input_required_result_sampling",
            title = "Capital",
            description = "Asks the model of the client.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class OfModel implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            return new Said(Questions.text(
                    Questions.one(call, "capital_question", Questions.toModel("What is the capital of France?"))));
        }
    }

    @Tool(
            name = "test_input_required_result_list_roots",
            title = "Roots",
            description = "Asks for the roots of the client.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class OfRoots implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            return new Said("Roots: "
                    + Questions.one(call, "client_roots", Questions.ROOTS).get("roots"));
        }
    }

    @Tool(
            name = "test_input_required_result_request_state",
            title = "State",
            description = "Asks with a state that has to come back.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class RequestState implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Questions.sealed(call, Map.of("confirm", Questions.form("Please confirm", "ok", "boolean")));
            return new Said("state-ok");
        }
    }

    @Tool(
            name = "test_input_required_result_multiple_inputs",
            title = "Several questions",
            description = "Asks for three things at once.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class MultipleInputs implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Map<String, Map<?, ?>> answers = Questions.all(
                    call,
                    Map.of(
                            "user_name",
                            Questions.NAME,
                            "greeting",
                            Questions.toModel("Generate a greeting"),
                            "client_roots",
                            Questions.ROOTS));
            return new Said("Answered: " + new TreeSet<>(answers.keySet()));
        }
    }

    @Tool(
            name = "test_input_required_result_multi_round",
            title = "Several rounds",
            description = "Asks for one thing after the other.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class MultiRound implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Map<?, ?> first =
                    Questions.one(call, "step1", Questions.form("Step 1: What is your name?", "name", "string"));
            Map<?, ?> second = Questions.one(
                    call, "step2", Questions.form("Step 2: What is your favorite color?", "color", "string"));
            return new Said(Questions.field(first, "name") + " likes " + Questions.field(second, "color") + ".");
        }
    }

    @Tool(
            name = "test_input_required_result_tampered_state",
            title = "Consent",
            description = "Asks for what only an answer to our own question can give.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class TamperedState implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Questions.sealed(call, Map.of("confirm", Questions.form("Please confirm", "ok", "boolean")));
            return new Said("Confirmed.");
        }
    }

    @Tool(
            name = "test_input_required_result_capabilities",
            title = "What the client can do",
            description = "Asks whatever the client can be asked.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class Capabilities implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Map<String, InputRequest> all = Map.of(
                    "user_name",
                    Questions.NAME,
                    "greeting",
                    Questions.toModel("Hello"),
                    "client_roots",
                    Questions.ROOTS);
            Map<String, InputRequest> possible = new TreeMap<>(all);
            possible.values().removeIf(request -> !FixtureCalls.peer(call).can(request));
            return new Said("Answered: " + Questions.all(call, possible).keySet());
        }
    }
}
