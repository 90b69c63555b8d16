package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "poll",
        title = "Poll",
        description = "Puts two forms to a person, one after the other.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Poll implements ToolHandler<Poll.Input, Poll.Output> {

    record Input(@Description("What the poll is about") String topic) {}

    record Output(@Nullable Integer points, @Nullable String reason) {}

    record Points(
            @Description("From 1 to 5") @Range(min = 1, max = 5)
            int points) {}

    record Why(@Description("Why so many") String reason) {}

    @Override
    public Output call(Input input, Call call) {
        Optional<Points> points = call.ask("How many points for " + input.topic() + "?", Points.class);
        Optional<Why> why = points.flatMap(given -> call.ask("Why " + given.points() + "?", Why.class));
        return new Output(
                points.map(Points::points).orElse(null), why.map(Why::reason).orElse(null));
    }
}
