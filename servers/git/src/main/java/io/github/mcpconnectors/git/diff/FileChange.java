package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.shared.Outline;
import org.jspecify.annotations.Nullable;

/**
 * One changed file.
 *
 * @param truncated its patch is cut
 */
@Outline
public record FileChange(
        String path,
        @Nullable String oldPath,
        ChangeKind change,
        int additions,
        int deletions,
        boolean binary,
        boolean truncated) {}
