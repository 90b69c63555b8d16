package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Changes that were put aside.
 *
 * @param index as in stash@{index}
 * @param base the commit that they were made on
 * @param files letters as in git diff --name-status, with ? for files that git did not know
 */
record Stash(
        int index,
        String sha,
        @Nullable String base,
        String message,
        String date,
        List<String> files,
        boolean truncated) {

    private static final int MOST_FILES = 100;

    static List<LoggedMove> entries(OpenRepository repository) throws IOException {
        Ref ref = repository.jgit().exactRef(Constants.R_STASH);
        return ref == null ? List.of() : LoggedMove.of(repository.jgit(), ref);
    }

    static List<Stash> of(OpenRepository repository, List<LoggedMove> entries, Call call) throws IOException {
        List<Stash> stashes = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            for (LoggedMove entry : entries) {
                stashes.add(of(repository, entry, walk, call));
            }
        }
        return stashes;
    }

    private static Stash of(OpenRepository repository, LoggedMove entry, RevWalk walk, Call call) throws IOException {
        RevCommit commit = walk.parseCommit(repository.jgit().resolve(entry.sha()));
        List<RevCommit> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(walk.parseCommit(parent));
        }
        RevTree from = parents.isEmpty() ? null : parents.get(0).getTree();
        List<String> files = new ArrayList<>(changes(repository, from, commit.getTree(), call));
        if (parents.size() > 2) {
            // Files that git did not know are in a third parent (git-stash(1), DISCUSSION).
            changes(repository, null, parents.get(2).getTree(), call)
                    .forEach(added -> files.add("?" + added.substring(1)));
        }
        return new Stash(
                entry.index(),
                entry.sha(),
                parents.isEmpty() ? null : parents.get(0).name(),
                entry.message(),
                entry.who().date(),
                List.copyOf(files.subList(0, Math.min(files.size(), MOST_FILES))),
                files.size() > MOST_FILES);
    }

    private static List<String> changes(OpenRepository repository, @Nullable RevTree from, RevTree to, Call call)
            throws IOException {
        try (Changes changes = Changes.between(repository, PathLimit.of(List.of(), call), from, to)) {
            return changes.entries().stream().map(Stash::line).toList();
        }
    }

    private static String line(DiffEntry entry) {
        ChangeKind kind = ChangeKind.of(entry);
        String old = Visible.line(entry.getOldPath());
        String path = Visible.line(entry.getNewPath());
        return kind.letter() + "\t"
                + switch (kind) {
                    case DELETED -> old;
                    case RENAMED, COPIED -> old + "\t" + path;
                    default -> path;
                };
    }

    /** As git stash list shows it, and below it what git stash show --name-status does. */
    String text() {
        return "stash@{" + index + "}: " + message
                + files.stream().map(file -> "\n\t" + file).collect(Collectors.joining());
    }
}
