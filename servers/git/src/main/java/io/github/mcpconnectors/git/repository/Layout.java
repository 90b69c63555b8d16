package io.github.mcpconnectors.git.repository;

import io.github.mcpconnectors.git.watch.Signs;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository lies, as real paths: its own directory, the one that it shares with linked work trees (mostly the
 * same), and its work tree unless it is bare.
 */
record Layout(Path gitDir, Path commonDir, @Nullable Path workTree) {

    /** The directory that people know it by. */
    Path place() {
        return workTree == null ? gitDir : workTree;
    }

    /** How it is called towards callers. */
    String shown() {
        return Visible.line(place().toString());
    }

    /** What to look at, to know when it changed. */
    Signs signs() {
        return new Signs(gitDir, commonDir, workTree == null ? null : workTree.resolve(".git"));
    }

    Path config() {
        return commonDir.resolve("config");
    }

    Path objects() {
        return commonDir.resolve("objects");
    }
}
