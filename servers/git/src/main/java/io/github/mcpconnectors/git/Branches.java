package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Branches in the order in which git lists them; a detached HEAD comes first, as if it were one. */
record Branches(Repository repository, List<Ref> refs) {

    /** Which branches are meant. */
    enum Type {
        LOCAL,
        REMOTE,
        ALL;

        /** As git branch shows it, with -r or -a. */
        String line(Item item) {
            String prefix = item.remote() && this == ALL ? "remotes/" : "";
            String target = item.pointsTo() == null ? "" : " -> " + item.pointsTo();
            return (item.current() ? "* " : "  ") + prefix + item.name() + target;
        }
    }

    /**
     * One branch.
     *
     * @param pointsTo the branch that this is another name of, as origin/HEAD is
     */
    record Item(
            String name,
            boolean remote,
            boolean current,
            String sha,
            @Nullable String pointsTo) {}

    static Branches of(Repository repository, Type type) throws IOException {
        List<Ref> refs = new ArrayList<>();
        Ref head = repository.exactRef(Constants.HEAD);
        if (type != Type.REMOTE) {
            if (head != null && !head.isSymbolic()) {
                refs.add(head);
            }
            refs.addAll(sorted(repository, Constants.R_HEADS));
        }
        if (type != Type.LOCAL) {
            refs.addAll(sorted(repository, Constants.R_REMOTES));
        }
        return new Branches(repository, refs);
    }

    private static List<Ref> sorted(Repository repository, String prefix) throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(prefix).stream()
                .filter(ref -> ref.getObjectId() != null)
                .sorted(Comparator.comparing(Ref::getName))
                .toList();
    }

    /** Those that have the commit in their history, or those that have not. */
    Branches containing(RevCommit commit, boolean wanted) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Set<String> having = walk.getMergedInto(walk.parseCommit(commit), refs).stream()
                    .map(Ref::getName)
                    .collect(Collectors.toSet());
            return new Branches(
                    repository,
                    refs.stream()
                            .filter(ref -> having.contains(ref.getName()) == wanted)
                            .toList());
        }
    }

    /** Those whose commits are all in the history of the commit. */
    Branches mergedInto(RevCommit commit, Call call) throws IOException {
        Set<ObjectId> wanted = refs.stream().map(Ref::getObjectId).collect(Collectors.toSet());
        Set<ObjectId> merged = new HashSet<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(commit));
            for (RevCommit at = walk.next(); at != null && merged.size() < wanted.size(); at = walk.next()) {
                call.checkCancelled();
                if (wanted.contains(at)) {
                    merged.add(at.copy());
                }
            }
        }
        return new Branches(
                repository,
                refs.stream().filter(ref -> merged.contains(ref.getObjectId())).toList());
    }

    List<Item> items() throws IOException {
        String current = repository.getFullBranch();
        List<Item> items = new ArrayList<>();
        for (Ref ref : refs) {
            items.add(item(ref, current));
        }
        return items;
    }

    private Item item(Ref ref, @Nullable String current) throws IOException {
        ObjectId id = Objects.requireNonNull(ref.getObjectId());
        if (ref.getName().equals(Constants.HEAD)) {
            return new Item(
                    "(HEAD detached " + Visible.line(Head.detached(repository, id)) + ")",
                    false,
                    true,
                    id.name(),
                    null);
        }
        return new Item(
                Visible.line(Repository.shortenRefName(ref.getName())),
                ref.getName().startsWith(Constants.R_REMOTES),
                ref.getName().equals(current),
                id.name(),
                ref.isSymbolic()
                        ? Visible.line(Repository.shortenRefName(ref.getTarget().getName()))
                        : null);
    }
}
