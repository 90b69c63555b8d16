package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;

/** What doctor says of the allowed directories. */
public record DirectoryCheck(Sandbox sandbox, List<String> warnings) {

    public String look() {
        if (sandbox.roots().isEmpty()) {
            throw new ToolException(Reason.UNAVAILABLE, "No directory is allowed; add one to the arguments");
        }
        if (!warnings.isEmpty()) {
            throw new ToolException(Reason.UNAVAILABLE, String.join(" ", warnings));
        }
        List<String> found = new ArrayList<>();
        for (Root root : sandbox.roots()) {
            try (Directory directory = sandbox.directory(Place.of(root, root.real()))) {
                directory.names(1);
                found.add(
                        root.given() + (directory.raceFree() ? "" : " (this disk has no race-free way to open files)"));
            }
        }
        return String.join(", ", found);
    }
}
