package io.github.mcpconnectors.git.repository;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository lies, as real paths: its own directory, the one that it shares with linked work trees (mostly the
 * same), and its work tree unless it is bare.
 */
record Layout(Path gitDir, Path commonDir, @Nullable Path workTree) {

    /** How it is called towards callers. */
    String shown() {
        return Visible.line(String.valueOf(workTree == null ? gitDir : workTree));
    }

    Path config() {
        return commonDir.resolve("config");
    }

    Path objects() {
        return commonDir.resolve("objects");
    }
}
