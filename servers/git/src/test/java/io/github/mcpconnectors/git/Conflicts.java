package io.github.mcpconnectors.git;

import org.eclipse.jgit.api.MergeCommand.FastForwardMode;

/** Brings a repository into the middle of a merge. */
final class Conflicts {

    private Conflicts() {}

    /** Of main with other; a.txt was changed on both sides, n.txt is new. */
    static void merge(TestRepository repository) {
        repository.file("a.txt", "base\n").file("b.txt", "base\n").commit("First");
        repository.branch("other").file("a.txt", "ours\n").commit("Ours");
        repository
                .checkout("other")
                .file("a.txt", "theirs\n")
                .file("n.txt", "n\n")
                .commit("Theirs");
        repository
                .checkout("main")
                .with(git -> git.merge()
                        .include(git.getRepository().resolve("other"))
                        .setFastForward(FastForwardMode.NO_FF)
                        .call());
    }
}
