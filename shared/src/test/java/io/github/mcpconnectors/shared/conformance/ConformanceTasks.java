package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.protocol.FixtureCalls;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.modern.Background;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The tools that the conformance suite's scenarios on tasks call. */
public final class ConformanceTasks {

    private ConformanceTasks() {}

    public static List<ToolHandler<?, ?>> tools() {
        return List.of(
                new Greet(),
                new SlowCompute(),
                new FailingJob(),
                new ProtocolErrorJob(),
                new ConfirmDelete(),
                new MultiInput(),
                new TestToolWithTask());
    }

    record Person(@Description("Name") String name) {}

    record Work(
            @Description("How long") int seconds,
            @Description("Any text") @Default("") String label) {}

    record Target(@Description("File") String filename) {}

    record Verdict(@Description("Whether to delete") boolean confirm) {}

    @Tool(
            name = "greet",
            title = "Greet",
            description = "Greets, and is never a task.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class Greet implements ToolHandler<Person, Said> {

        @Override
        public Said call(Person input, Call call) {
            return new Said("Hello, " + input.name() + "!");
        }
    }

    @Tool(
            name = "slow_compute",
            title = "Slow Compute",
            description = "Takes so many seconds; with any, it is a task.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class SlowCompute implements ToolHandler<Work, Said> {

        @Override
        public Said call(Work input, Call call) {
            if (input.seconds() > 0) {
                Background.enter(call);
                sleep(1_000L * input.seconds());
            }
            return new Said("Computed " + input.label());
        }
    }

    @Tool(
            name = "failing_job",
            title = "Failing Job",
            description = "Is always a task, which fails as tools do.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class FailingJob implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Background.require(call);
            throw new ToolException(ToolException.Reason.UNAVAILABLE, "The job failed.");
        }
    }

    @Tool(
            name = "protocol_error_job",
            title = "Protocol Error Job",
            description = "Is a task that fails as requests do.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class ProtocolErrorJob implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Background.enter(call);
            throw new RpcError(RpcError.INTERNAL_ERROR, "The job broke.");
        }
    }

    @Tool(
            name = "confirm_delete",
            title = "Confirm Delete",
            description = "Asks from within a task whether to delete.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class ConfirmDelete implements ToolHandler<Target, Said> {

        @Override
        public Said call(Target input, Call call) {
            Background.enter(call);
            boolean confirmed = call.ask("Delete " + input.filename() + "?", Verdict.class)
                    .map(Verdict::confirm)
                    .orElse(false);
            return new Said((confirmed ? "Deleted " : "Kept ") + input.filename());
        }
    }

    @Tool(
            name = "multi_input",
            title = "Multi Input",
            description = "Asks two things at once from within a task.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class MultiInput implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            Background.enter(call);
            Map<String, InputRequest> requests = new LinkedHashMap<>();
            requests.put("first", question("The first?"));
            requests.put("second", question("The second?"));
            Map<String, Map<?, ?>> answers = FixtureCalls.peer(call).ask(requests, false);
            return new Said("Answered: " + answers.size());
        }

        private static InputRequest question(String text) {
            Map<String, Object> name = Json.object("name", Map.of("type", "string"));
            return InputRequest.form(text, Json.object("type", "object", "properties", name));
        }
    }

    @Tool(
            name = "test_tool_with_task",
            title = "Test Tool With Task",
            description = "Asks first, and then is a task.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class TestToolWithTask implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            String name = call.ask("What is your name?", Person.class)
                    .map(Person::name)
                    .orElse("nobody");
            Background.enter(call);
            return new Said("Hello, " + name + "!");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
