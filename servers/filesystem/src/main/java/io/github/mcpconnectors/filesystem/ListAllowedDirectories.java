package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Root;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.stream.Collectors;

@Tool(
        name = "list_allowed_directories",
        title = "List Allowed Directories",
        description = "Lists the directories that may be used, with all below them.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListAllowedDirectories implements ToolHandler<ListAllowedDirectories.Input, ListAllowedDirectories.Output> {

    enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    record Input() {}

    record Directory(String path, String realPath, Mode mode, boolean exists) {}

    record Output(String content, List<Directory> roots) implements TextResult {}

    private final Sandbox sandbox;
    private final Mode mode;

    ListAllowedDirectories(Sandbox sandbox, FilesystemSettings settings) {
        this.sandbox = sandbox;
        this.mode = settings.write() ? Mode.READ_WRITE : Mode.READ_ONLY;
    }

    @Override
    public Output call(Input input, Call call) {
        List<Directory> roots = sandbox.roots().stream()
                .map(root -> new Directory(root.given().toString(), root.real().toString(), mode, exists(root)))
                .toList();
        return new Output(
                roots.stream().map(Directory::path).collect(Collectors.joining("\n", "Allowed directories:\n", "")),
                roots);
    }

    private boolean exists(Root root) {
        try {
            return sandbox.stat(Place.of(root, root.real())).isDirectory();
        } catch (ToolException e) {
            return false;
        }
    }
}
