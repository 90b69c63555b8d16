package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;

@Tool(
        name = "create_directory",
        title = "Create Directory",
        description = "Creates a directory and all missing above it.",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class CreateDirectory implements ToolHandler<CreateDirectory.Input, CreateDirectory.Output> {

    record Input(@Description("Directory") String path) {}

    record Output(
            String content,

            @Description("From the top; empty if all existed")
            List<String> created) implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    CreateDirectory(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Output call(Input input, Call call) {
        List<Place> made = writer.createDirectories(sandbox.resolveForWriting(input.path()));
        return new Output(
                "Successfully created directory " + input.path(),
                made.stream().map(Place::shown).toList());
    }
}
