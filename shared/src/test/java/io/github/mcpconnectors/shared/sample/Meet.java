package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

@Tool(
        name = "meet",
        title = "Meet",
        description = "Returns when so many calls are waiting here at the same time.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Meet implements ToolHandler<Meet.Input, Meet.Output> {

    record Input(
            @Description("Calls") @Range(min = 1, max = 1_000)
            int calls) {}

    record Output(int met) {}

    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public Output call(Input input, Call call) {
        synchronized (waiting) {
            waiting.incrementAndGet();
            waiting.notifyAll();
            try {
                while (waiting.get() < input.calls()) {
                    waiting.wait();
                }
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
        }
        return new Output(input.calls());
    }
}
