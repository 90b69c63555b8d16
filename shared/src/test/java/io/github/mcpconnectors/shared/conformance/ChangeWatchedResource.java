package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "change_watched_resource",
        title = "Change the watched resource",
        description = "Changes test://watched-resource.",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class ChangeWatchedResource implements ToolHandler<None, ChangeWatchedResource.Output> {

    record Output(int changes) {}

    private final WatchedCounter counter;

    ChangeWatchedResource(WatchedCounter counter) {
        this.counter = counter;
    }

    @Override
    public Output call(None input, Call call) {
        return new Output(counter.change());
    }
}
