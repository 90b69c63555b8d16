package io.github.mcpconnectors.git.status;

import org.jspecify.annotations.Nullable;

/**
 * The branch that the current one follows.
 *
 * @param upstream short, such as origin/main
 * @param ahead commits that only we have; null when the upstream is gone
 * @param behind commits that only the upstream has
 */
public record Tracking(
        String upstream, @Nullable Integer ahead, @Nullable Integer behind) {}
