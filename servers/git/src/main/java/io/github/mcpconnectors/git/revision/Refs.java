package io.github.mcpconnectors.git.revision;

import static org.eclipse.jgit.lib.Constants.HEAD;
import static org.eclipse.jgit.lib.Constants.R_HEADS;
import static org.eclipse.jgit.lib.Constants.R_REFS;
import static org.eclipse.jgit.lib.Constants.R_REMOTES;
import static org.eclipse.jgit.lib.Constants.R_TAGS;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Finds refs by the names that people use for them. */
final class Refs {

    /** HEAD, ORIG_HEAD and the like. Other files beside them are no refs, and JGit would quote them in its errors. */
    private static final Pattern TOP = Pattern.compile("(?!.*MSG)[A-Z_]+");

    private static final List<String> PLACES = List.of(R_REFS, R_TAGS, R_HEADS, R_REMOTES);
    private static final int LOOKED_AT = 20_000;

    private final History history;

    Refs(History history) {
        this.history = history;
    }

    /** The first ref of that name that points to something; null without one. */
    @Nullable
    Ref find(String name) throws IOException {
        for (Ref ref : all(name)) {
            if (ref.getObjectId() != null) {
                return ref;
            }
            if (ref.getName().equals(HEAD)) {
                throw unborn(ref);
            }
        }
        return null;
    }

    /** Every ref that a name may mean, in the order in which Git prefers them. */
    List<Ref> all(String name) throws IOException {
        String wanted = name.equals("@") ? HEAD : SafeNames.requireName(name);
        List<Ref> found = new ArrayList<>();
        if (TOP.matcher(wanted).matches() || wanted.startsWith(R_REFS)) {
            add(wanted, found);
        }
        for (String place : PLACES) {
            add(place + wanted, found);
        }
        add(R_REMOTES + wanted + "/" + HEAD, found);
        return found;
    }

    private void add(String name, List<Ref> found) throws IOException {
        Ref ref = exact(name);
        if (ref != null) {
            found.add(ref);
        }
    }

    @Nullable
    Ref exact(String name) throws IOException {
        return history.repository().getRefDatabase().exactRef(name);
    }

    /** What HEAD names, which may have no commit yet. */
    Ref head() throws IOException {
        Ref head = exact(HEAD);
        if (head == null) {
            throw new ToolException(Reason.UNAVAILABLE, "The repository has no HEAD: it is damaged.");
        }
        return head;
    }

    /** The branch that is checked out. */
    String currentBranch() throws IOException {
        String leaf = head().getLeaf().getName();
        if (!leaf.startsWith(R_HEADS)) {
            throw new ToolException(
                    Reason.NOT_FOUND, "HEAD is detached: no branch is checked out. Name the branch that you mean.");
        }
        return leaf.substring(R_HEADS.length());
    }

    /** Says that a name means nothing here, and which one comes near. */
    ToolException unknown(String name) throws IOException {
        Ref head = exact(HEAD);
        List<String> names = names();
        if (names.isEmpty() && head != null && head.getObjectId() == null) {
            return unborn(head);
        }
        String near = names.stream()
                .filter(other -> other.endsWith("/" + name))
                .findFirst()
                .map(other -> " Did you mean \"" + other + "\"?")
                .orElseGet(() -> Nearest.hint(name, names));
        return new ToolException(
                Reason.NOT_FOUND,
                "There is no branch, tag or commit " + SafeNames.quoted(name) + " here." + near + history.shallowHint()
                        + (near.isEmpty() ? " git_branch and git_tags list them." : ""));
    }

    private ToolException unborn(Ref head) throws IOException {
        String branch =
                SafeNames.quoted(Repository.shortenRefName(head.getLeaf().getName()));
        return new ToolException(
                Reason.NOT_FOUND,
                names().isEmpty()
                        ? "The repository has no commits yet; the first one begins the branch " + branch + "."
                        : "HEAD is on the branch " + branch + ", which has no commits yet. Name another branch.");
    }

    /** Short names of branches and tags, without those that would be refused. */
    List<String> names() throws IOException {
        return history.repository().getRefDatabase().getRefsByPrefix(R_HEADS, R_TAGS, R_REMOTES).stream()
                .map(ref -> Repository.shortenRefName(ref.getName()))
                .filter(SafeNames::isSafe)
                .limit(LOOKED_AT)
                .toList();
    }
}
