package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.conformance.ConformanceTasks;
import io.github.mcpconnectors.shared.protocol.Consent;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.transport.Calls;
import io.github.mcpconnectors.shared.transport.StdioTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** A server with tools that take long, under limits of its own: grace, longest and kept in milliseconds, and how many. */
public final class TaskServer {

    private TaskServer() {}

    public static void main(String[] args) throws InterruptedException {
        TaskLimits limits =
                new TaskLimits(millis(args[0]), millis(args[1]), millis(args[2]), Integer.parseInt(args[3]));
        ModernServer server = new ModernServer(methods(), StateKeys.random(), Clock.systemUTC(), limits);
        new StdioTransport(server, new Calls(128, 1), new StdioTransport.Streams(System.in, System.out, 1_000_000))
                .serve();
    }

    static Methods methods() {
        Connector.Builder connector = Connector.named("tasks", "Tasks").tools(new Hold(), new Raze());
        ConformanceTasks.tools().forEach(connector::tools);
        return new Methods(connector.build(), "1", new Methods.Options(Consent.ASK, 100));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    record Nothing() {}

    record Done(String done) {}

    @Tool(
            name = "hold",
            title = "Hold",
            description = "Takes so many milliseconds, telling its progress.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class Hold implements ToolHandler<Hold.Input, Done> {

        record Input(@Description("Milliseconds") int millis) {}

        @Override
        public Done call(Input input, Call call) {
            try {
                for (int done = 0; done < input.millis(); done += 10) {
                    call.progress(done, input.millis(), "held on");
                    Thread.sleep(Math.min(10, input.millis() - done));
                }
            } catch (InterruptedException e) {
                System.err.println("hold was interrupted");
                throw new CancellationException();
            }
            return new Done("held");
        }
    }

    @Tool(
            name = "raze",
            title = "Raze",
            description = "Pretends to destroy everything, after a person agreed.",
            readOnly = false,
            destructive = true,
            idempotent = true,
            openWorld = false,
            longRunning = true)
    static final class Raze implements ToolHandler<Nothing, Done> {

        @Override
        public Done call(Nothing input, Call call) {
            Background.enter(call);
            call.confirm("Raze it all?", "all");
            return new Done("razed");
        }
    }
}
