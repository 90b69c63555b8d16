package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.operation.MergeSource;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.revision.DatePhrases;
import io.github.mcpconnectors.git.revision.NamedObject;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Commits, by what a model calls them. */
final class Commits {

    private Commits() {}

    static DatePhrases dates() {
        return new DatePhrases(Clock.system(ZoneId.systemDefault()));
    }

    /** What either of two parameters says that mean the same. */
    static @Nullable Instant time(@Nullable String phrase, @Nullable String alias) {
        if (phrase != null && alias != null) {
            throw new ToolException(
                    Reason.INVALID, "since is start_timestamp, and until is end_timestamp: give one of the two.");
        }
        String either = phrase == null ? alias : phrase;
        // The reference takes an empty text for none.
        return either == null || either.isEmpty() ? null : dates().parse(either);
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

    /** What else git show would show, other tools do. */
    static RevCommit toShow(OpenRepository repository, String revision, Call call) throws IOException {
        NamedObject named = revisions(repository, call).object(revision);
        String other = named.path() != null && named.type() == Constants.OBJ_COMMIT
                ? "a submodule, whose history is in its own repository"
                : switch (named.type()) {
                    case Constants.OBJ_TREE -> "a directory: list it with git_list_files";
                    case Constants.OBJ_BLOB -> "a file: read it with git_read_file";
                    default -> null;
                };
        if (other != null) {
            throw new ToolException(Reason.INVALID, SafeNames.quoted(revision) + " is " + other + ".");
        }
        return named(repository, revision, call);
    }

    static MergeSource source(OpenRepository repository, @Nullable String name, Call call) throws IOException {
        String given = require(name, "source");
        Revisions revisions = new Revisions(repository.jgit(), dates(), call);
        return new MergeSource(
                given, named(repository, given, call), revisions.ref(given).orElse(null));
    }

    /** For arguments that are left out only in some modes of a tool. */
    static String require(@Nullable String revision, String argument) {
        if (revision == null) {
            throw new ToolException(
                    Reason.INVALID, "Say a branch or commit as " + argument + "; git_branch lists them.");
        }
        return revision;
    }

    /** At least one. */
    static List<RevCommit> named(OpenRepository repository, List<String> revisions, Call call) throws IOException {
        if (revisions.isEmpty()) {
            throw new ToolException(Reason.INVALID, "Say as commits which ones; git_log lists them.");
        }
        List<RevCommit> commits = new ArrayList<>();
        for (String revision : revisions) {
            commits.add(named(repository, revision, call));
        }
        return commits;
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
