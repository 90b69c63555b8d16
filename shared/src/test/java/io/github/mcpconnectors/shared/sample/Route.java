package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Header;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "route",
        title = "Route",
        description = "Has arguments that clients repeat in headers.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Route implements ToolHandler<Route.Input, Route.Output> {

    record Input(
            @Description("Where") @Header("Region") @Nullable
            String region,

            @Description("Which part") @Header("Shard") @Nullable
            Integer shard) {}

    record Output(@Nullable String region, @Nullable Integer shard) {}

    @Override
    public Output call(Input input, Call call) {
        return new Output(input.region(), input.shard());
    }
}
