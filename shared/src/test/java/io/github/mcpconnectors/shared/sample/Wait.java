package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.concurrent.CancellationException;

@Tool(
        name = "wait",
        title = "Wait",
        description = "Sleeps for so many milliseconds, telling its progress.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false,
        longRunning = true)
final class Wait implements ToolHandler<Wait.Input, Wait.Output> {

    record Input(
            @Description("Milliseconds") @Range(min = 0, max = 60_000)
            int millis) {}

    record Output(int waited) {}

    @Override
    public Output call(Input input, Call call) {
        try {
            for (int done = 0; done < input.millis(); done += 50) {
                call.progress(done, input.millis(), done + " ms");
                Thread.sleep(Math.min(50, input.millis() - done));
            }
        } catch (InterruptedException e) {
            System.err.println("wait was interrupted");
            throw new CancellationException();
        }
        return new Output(input.millis());
    }
}
