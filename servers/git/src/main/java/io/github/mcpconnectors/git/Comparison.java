package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.RevisionRange.Ends;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The two sides of a git_diff; without a second commit that is the files on disk. */
record Comparison(RevTree from, @Nullable RevTree to) {

    static Comparison of(OpenRepository repository, GitDiff.Input input, Call call) throws IOException {
        Ends ends = ends(Commits.revisions(repository, call), input);
        return new Comparison(tree(repository, ends.from()), ends.to() == null ? null : tree(repository, ends.to()));
    }

    /** As git diff does with a target, a range, two commits, and --merge-base with one or two. */
    private static Ends ends(Revisions revisions, GitDiff.Input input) {
        String source = input.source();
        if (source == null && !input.mergeBase()) {
            return revisions.range(input.target()).ends();
        }
        ObjectId from = revisions.commit(source == null ? "HEAD" : source);
        ObjectId to = revisions.commit(input.target());
        if (input.mergeBase()) {
            RevisionRange parted = revisions.range(from.name() + "..." + to.name());
            from = parted.ends().from();
        }
        return new Ends(from, source == null ? null : to);
    }

    private static RevTree tree(OpenRepository repository, ObjectId commit) throws IOException {
        return Commits.parse(repository, commit).getTree();
    }

    Changes changes(OpenRepository repository, TreeFilter paths) throws IOException {
        return to == null ? Changes.since(repository, paths, from) : Changes.between(repository, paths, from, to);
    }
}
