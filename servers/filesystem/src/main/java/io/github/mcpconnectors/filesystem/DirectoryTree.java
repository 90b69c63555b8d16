package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "directory_tree",
        title = "Directory Tree",
        description = "Shows a directory and all below as JSON with name, type and children.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class DirectoryTree implements ToolHandler<DirectoryTree.Input, DirectoryTree.Output> {

    record Input(
            @Description("Directory") String path,

            @Description("Globs of names at any level, or of paths from here") @Name("excludePatterns") @Default("")
            List<String> excludePatterns,

            @Description("Levels") @Range(min = 1, max = 100) @Default("100")
            int maxDepth,

            @Description("Cut after") @Range(min = 1, max = 10_000) @Default("2000")
            int maxEntries,

            @Description("Skip what Git ignores") @Default("false")
            boolean respectGitignore) {}

    record Output(
            String content,
            int entries,
            @Description("Left out") int unreadable,
            boolean truncated) implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "Not complete; exclude more, lower max_depth, or start from a directory below." : null;
        }
    }

    private final Sandbox sandbox;

    DirectoryTree(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Output call(Input input, Call call) {
        TreeText text = new TreeText(input.maxDepth(), input.maxEntries());
        Walk.Filter filter = Walk.Filter.of(input.excludePatterns(), input.respectGitignore(), null);
        try (Directory directory = sandbox.directory(sandbox.resolve(input.path()))) {
            Walk walk = new Walk(filter, call::checkCancelled);
            walk.run(directory, text::add);
            return new Output(text.finish(), text.entries(), walk.denied(), text.truncated());
        }
    }
}
