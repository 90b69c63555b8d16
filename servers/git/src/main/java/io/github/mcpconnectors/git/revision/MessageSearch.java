package io.github.mcpconnectors.git.revision;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Finds the youngest commit whose message matches: {@code :/text} and {@code ^{/text}}. */
final class MessageSearch {

    private final History history;

    MessageSearch(History history) {
        this.history = history;
    }

    /** From every ref and HEAD. */
    ObjectId everywhere(String text) throws IOException {
        List<ObjectId> starts = new ArrayList<>();
        for (Ref ref : history.repository().getRefDatabase().getRefsByPrefix(Constants.R_REFS, Constants.HEAD)) {
            if (ref.getObjectId() != null) {
                RevObject object = history.walk().peel(history.walk().parseAny(ref.getObjectId()));
                if (object instanceof RevCommit) {
                    starts.add(object);
                }
            }
        }
        return from(starts, text);
    }

    ObjectId from(List<ObjectId> starts, String text) throws IOException {
        boolean not = text.startsWith("!-");
        Pattern pattern = pattern(not ? text.substring(2) : text);
        try (RevWalk walk = new RevWalk(history.repository())) {
            for (ObjectId start : starts) {
                walk.markStart(walk.parseCommit(start));
            }
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                history.call().checkCancelled();
                if (pattern.matcher(commit.getFullMessage()).find() != not) {
                    return commit.copy();
                }
                commit.disposeBody();
            }
        }
        throw new ToolException(
                Reason.NOT_FOUND,
                "No commit there has a message that matches " + SafeNames.quoted(text) + "." + history.shallowHint());
    }

    /** As in Git, a dot also stands for a line break, and ^ and $ only for the ends of the message. */
    private static Pattern pattern(String text) {
        if (text.startsWith("!") && !text.startsWith("!!")) {
            throw invalid(text, "begins with !, which must be written !! or, to leave out what matches, !-", null);
        }
        try {
            return Pattern.compile(text.startsWith("!!") ? text.substring(1) : text, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw invalid(text, "is not a regular expression: " + e.getDescription(), e);
        }
    }

    private static ToolException invalid(String text, String why, @Nullable Throwable cause) {
        return new ToolException(
                Reason.INVALID,
                "The text to search for in messages, " + SafeNames.quoted(text) + ", " + why + ".",
                cause);
    }
}
