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
        name = "copy_file",
        title = "Copy File",
        description = "Copies a file. To overwrite, a person is asked.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class CopyFile implements ConfirmedTool<CopyFile.Input, Target, CopyFile.Output> {

    record Input(
            @Description("File") String source,
            @Description("New path") String destination,

            @Description("Replace") @Default("false") boolean overwrite) {}

    record Output(String content) implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    CopyFile(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Plan<Target> plan(Input input, Call call) {
        Target target = new Target(sandbox.resolve(input.source()), sandbox.resolveForWriting(input.destination()));
        return target.plan(sandbox, input.overwrite());
    }

    @Override
    public Output apply(Input input, Target target, Call call) {
        writer.copy(target.from(), target.to(), input.overwrite());
        return new Output("Successfully copied " + input.source() + " to " + input.destination());
    }
}
