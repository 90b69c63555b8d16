package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

@Tool(
        name = "gauge",
        title = "Gauge",
        description = "Stays for so many milliseconds and tells how many calls were here at the same time.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Gauge implements ToolHandler<Gauge.Input, Gauge.Output> {

    record Input(
            @Description("Milliseconds") @Range(min = 0, max = 1_000)
            int millis) {}

    record Output(int together) {}

    private final AtomicInteger here = new AtomicInteger();

    @Override
    public Output call(Input input, Call call) {
        int together = here.incrementAndGet();
        try {
            Thread.sleep(input.millis());
            return new Output(together);
        } catch (InterruptedException e) {
            throw new CancellationException();
        } finally {
            here.decrementAndGet();
        }
    }
}
