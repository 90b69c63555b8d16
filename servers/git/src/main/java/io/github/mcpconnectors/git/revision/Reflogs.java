package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** What refs were, by their logs. */
final class Reflogs {

    private static final String CHECKOUT = "checkout: moving from ";

    private final History history;
    private final Refs refs;

    Reflogs(History history, Refs refs) {
        this.history = history;
        this.refs = refs;
    }

    /** The ref whose log a name means: its own, or that of the branch behind it. */
    Ref logged(String name) throws IOException {
        if (name.isEmpty()) {
            return refs.head().getLeaf();
        }
        for (Ref ref : refs.all(name)) {
            for (Ref own : List.of(ref, ref.getLeaf())) {
                if (!entries(own).isEmpty()) {
                    return own;
                }
            }
        }
        if (refs.find(name) == null) {
            throw refs.unknown(name);
        }
        throw notFound(name, "has no reflog");
    }

    /** The nth value before the present one. */
    ObjectId before(Ref ref, int n) throws IOException {
        List<ReflogEntry> entries = entries(ref);
        if (n == 0 && !entries.isEmpty()) {
            return entries.get(0).getNewId();
        }
        ObjectId old = n > entries.size() ? ObjectId.zeroId() : oldId(entries, n);
        if (old.equals(ObjectId.zeroId())) {
            throw notFound(ref.getName(), "has only " + entries.size() + " entries in its reflog");
        }
        return old;
    }

    /** The first entries have no old id where the ref was made anew. */
    private static ObjectId oldId(List<ReflogEntry> entries, int n) {
        return entries.stream()
                .skip(n - 1L)
                .map(ReflogEntry::getOldId)
                .filter(id -> !id.equals(ObjectId.zeroId()))
                .findFirst()
                .orElse(ObjectId.zeroId());
    }

    /** The value at a time. Before the first entry there is no answer, though Git gives the oldest. */
    ObjectId at(Ref ref, Instant time) throws IOException {
        List<ReflogEntry> entries = entries(ref);
        for (ReflogEntry entry : entries) {
            if (!entry.getWho().getWhenAsInstant().isAfter(time)) {
                return entry.getNewId();
            }
        }
        throw notFound(
                ref.getName(),
                entries.isEmpty()
                        ? "has no reflog"
                        : "has a reflog that begins only at "
                                + entries.get(entries.size() - 1).getWho().getWhenAsInstant()
                                + "; its first entry is @{" + (entries.size() - 1) + "}");
    }

    /** What was checked out before the nth last checkout: the name of a branch, or an id. */
    String checkedOutBefore(int n) throws IOException {
        List<String> left = entries(refs.head()).stream()
                .map(entry -> leftBranch(entry.getComment()))
                .filter(name -> name != null)
                .toList();
        if (n < 1 || n > left.size()) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "The reflog of HEAD tells of " + left.size() + " checkouts, so there is no @{-" + n + "}.");
        }
        return left.get(n - 1);
    }

    private static @Nullable String leftBranch(@Nullable String comment) {
        int end = comment == null || !comment.startsWith(CHECKOUT) ? -1 : comment.indexOf(" to ", CHECKOUT.length());
        return comment == null || end < 0 ? null : comment.substring(CHECKOUT.length(), end);
    }

    private List<ReflogEntry> entries(Ref ref) throws IOException {
        try {
            return history.repository().getRefDatabase().getReflogReader(ref).getReverseEntries();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            // JGit has no better failure for a line that is none
            throw new ToolException(Reason.UNAVAILABLE, "The reflog of " + shown(ref.getName()) + " is damaged.", e);
        }
    }

    private static ToolException notFound(String name, String what) {
        return new ToolException(Reason.NOT_FOUND, shown(name) + " " + what + ".");
    }

    private static String shown(String name) {
        return SafeNames.quoted(Repository.shortenRefName(name));
    }
}
