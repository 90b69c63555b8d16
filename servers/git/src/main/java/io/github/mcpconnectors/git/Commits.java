package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.revision.DatePhrases;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Commits, by what a model calls them. */
final class Commits {

    private Commits() {}

    static DatePhrases dates() {
        return new DatePhrases(Clock.system(ZoneId.systemDefault()));
    }

    static RevCommit named(OpenRepository repository, String revision, Call call) throws IOException {
        return parse(repository, revisions(repository, call).commit(revision));
    }

    /** The commits of {@code a..b} and the like, or of one revision and what comes before. */
    static RevisionRange range(OpenRepository repository, String range, Call call) {
        return revisions(repository, call).range(range);
    }

    static Revisions revisions(OpenRepository repository, Call call) {
        return new Revisions(repository.jgit(), dates(), call);
    }

    /** The one that the commit was made on first; null when it is the beginning. */
    static @Nullable RevCommit parent(OpenRepository repository, RevCommit commit) throws IOException {
        return commit.getParentCount() == 0 ? null : parse(repository, commit.getParent(0));
    }

    static RevCommit parse(OpenRepository repository, AnyObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            return walk.parseCommit(id);
        }
    }
}
