package io.github.mcpconnectors.git.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of one revision, before any of them is looked up. */
sealed interface RevisionSyntax {

    /** {@code :/text}: the youngest commit whose message matches. */
    record Message(String pattern) implements RevisionSyntax {}

    /** {@code :path} and {@code :n:path}: a file in the index. */
    record Staged(int stage, String path) implements RevisionSyntax {}

    /**
     * {@code name@{mark}^step~step:path}.
     *
     * @param name empty where the text begins with a mark
     * @param marks what stands in {@code @{}}
     * @param path without its colon
     */
    record Named(
            String name,
            List<String> marks,
            List<Step> steps,
            @Nullable String path) implements RevisionSyntax {

        boolean isName() {
            return steps.isEmpty() && path == null;
        }

        /** What the base must lead to, which decides between objects that share a short id. */
        Wanted base(Wanted whole) {
            if (!steps.isEmpty()) {
                return steps.get(0).from();
            }
            return path == null ? whole : Wanted.TREE;
        }
    }

    /** One step from an object to another. */
    sealed interface Step {

        /** What it starts from. */
        Wanted from();
    }

    /** {@code ^n}; the 0th is the commit itself. */
    record Parent(int number) implements Step {
        @Override
        public Wanted from() {
            return Wanted.COMMIT;
        }
    }

    /** {@code ~n}, along first parents. */
    record Ancestor(int generations) implements Step {
        @Override
        public Wanted from() {
            return Wanted.COMMIT;
        }
    }

    /** {@code ^{type}}; empty for whatever is behind a tag. */
    record Peel(String type) implements Step {
        @Override
        public Wanted from() {
            return switch (type) {
                case "commit" -> Wanted.COMMIT;
                case "tree" -> Wanted.TREE;
                default -> Wanted.ANY;
            };
        }
    }

    /** {@code ^{/text}}: the youngest commit from here whose message matches. */
    record Search(String pattern) implements Step {
        @Override
        public Wanted from() {
            return Wanted.COMMIT;
        }
    }

    /** What is asked for. */
    enum Wanted {
        ANY,
        COMMIT,
        TREE
    }
}
