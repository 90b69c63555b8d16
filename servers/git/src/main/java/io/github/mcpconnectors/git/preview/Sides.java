package io.github.mcpconnectors.git.preview;

import java.util.Objects;
import org.eclipse.jgit.attributes.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * The three versions of a file that a merge is made of; null where there is none.
 *
 * @param oursAt what it is called on our side, where only theirs renamed it
 * @param driver how to merge it (gitattributes(5), merge)
 */
record Sides(
        @Nullable Version base,
        @Nullable Version ours,
        @Nullable Version theirs,
        @Nullable String oursAt,
        @Nullable Attribute driver) {

    /** Whether one side has it and nobody else. */
    boolean isAdded(boolean byOurs) {
        return base == null && side(byOurs) != null && side(!byOurs) == null;
    }

    /** With the file of a side that has none here. */
    Sides with(Sides added) {
        return added.ours() != null
                ? new Sides(base, added.ours(), theirs, oursAt, driver)
                : new Sides(base, ours, added.theirs(), oursAt, driver);
    }

    @Nullable
    Version side(boolean ofOurs) {
        return ofOurs ? ours : theirs;
    }

    boolean isTrivial() {
        return Objects.equals(ours, theirs) || Objects.equals(base, ours) || Objects.equals(base, theirs);
    }

    /** The outcome, if it is trivial. */
    @Nullable
    Version outcome() {
        return Objects.equals(base, ours) ? theirs : ours;
    }
}
