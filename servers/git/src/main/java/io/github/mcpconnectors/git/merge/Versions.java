package io.github.mcpconnectors.git.merge;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a path is in the common ancestor and on the two sides, null where it is not: the stages 1 to 3 of an index. */
public record Versions(
        @Nullable Version base,
        @Nullable Version ours,
        @Nullable Version theirs) {

    public List<@Nullable Version> stages() {
        return Arrays.asList(base, ours, theirs);
    }
}
