package io.github.mcpconnectors.git.status;

import org.eclipse.jgit.lib.IndexDiff.StageState;

/** A file with a conflict: who did what to it. */
public record Conflict(String path, Sides sides) {

    /** Us is the branch that was merged into. */
    public enum Sides {
        BOTH_DELETED("both deleted:"),
        ADDED_BY_US("added by us:"),
        DELETED_BY_THEM("deleted by them:"),
        ADDED_BY_THEM("added by them:"),
        DELETED_BY_US("deleted by us:"),
        BOTH_ADDED("both added:"),
        BOTH_MODIFIED("both modified:");

        private final String label;

        Sides(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Sides of(StageState state) {
            return valueOf(state.name());
        }
    }
}
