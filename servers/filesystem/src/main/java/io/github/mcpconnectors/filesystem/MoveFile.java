package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;

@Tool(
        name = "move_file",
        title = "Move File",
        description = "Moves or renames a file or directory. To overwrite a file, a person is asked.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class MoveFile implements ConfirmedTool<MoveFile.Input, Target, MoveFile.Output> {

    record Input(
            @Description("Path") String source,
            @Description("New path") String destination,

            @Description("Replace") @Default("false") boolean overwrite) {}

    record Output(String content) implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    MoveFile(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Plan<Target> plan(Input input, Call call) {
        Target target = new Target(
                sandbox.resolveEntryForWriting(input.source()), sandbox.resolveEntryForWriting(input.destination()));
        return target.plan(sandbox, input.overwrite());
    }

    @Override
    public Output apply(Input input, Target target, Call call) {
        writer.move(target.from(), target.to(), input.overwrite());
        return new Output("Successfully moved " + input.source() + " to " + input.destination());
    }
}
