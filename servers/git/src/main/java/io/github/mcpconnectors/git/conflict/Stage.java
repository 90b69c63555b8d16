package io.github.mcpconnectors.git.conflict;

import org.jspecify.annotations.Nullable;

/**
 * One version of a file with a conflict.
 *
 * @param mode octal, as git ls-files --stage shows it
 * @param size in bytes; null for a submodule
 * @param text only where it was asked for; null if it is binary or too large
 * @param truncated whether the text goes on
 */
public record Stage(
        String sha,
        String mode,
        @Nullable Long size,
        @Nullable String text,
        boolean truncated) {}
