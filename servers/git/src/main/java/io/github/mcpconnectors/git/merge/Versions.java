package io.github.mcpconnectors.git.merge;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a path is in the common ancestor and on the two sides, null where it is not: the stages 1 to 3 of an index. */
public record Versions(
        @Nullable Version base,
        @Nullable Version ours,
        @Nullable Version theirs) {

    static final Versions NONE = new Versions(null, null, null);

    public List<@Nullable Version> stages() {
        return Arrays.asList(base, ours, theirs);
    }

    @Nullable
    Version side(boolean ofOurs) {
        return ofOurs ? ours : theirs;
    }

    Versions with(boolean ofOurs, @Nullable Version version) {
        return ofOurs ? new Versions(base, version, theirs) : new Versions(base, ours, version);
    }

    /** Whether one side has it and nobody else. */
    boolean isAdded(boolean byOurs) {
        return base == null && side(byOurs) != null && side(!byOurs) == null;
    }
}
