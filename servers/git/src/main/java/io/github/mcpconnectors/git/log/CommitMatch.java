package io.github.mcpconnectors.git.log;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Whether a commit is wanted by a {@link LogFilter} and changed what is asked for. */
final class CommitMatch extends RevFilter {

    private final LogFilter wanted;
    private final @Nullable Pattern author;
    private final @Nullable Pattern message;
    private final ChangedPaths paths;
    private final Call call;

    CommitMatch(LogFilter wanted, ChangedPaths paths, Call call) {
        this.wanted = wanted;
        this.paths = paths;
        this.author = pattern(wanted.author());
        this.message = pattern(wanted.message());
        this.call = call;
    }

    /** Linear in the length of what is searched, whatever the pattern. */
    private static @Nullable Pattern pattern(@Nullable String text) {
        try {
            return text == null ? null : Pattern.compile(text, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new ToolException(
                    Reason.INVALID,
                    SafeNames.quoted(text) + " is not a regular expression: " + e.getDescription()
                            + ". Put a backslash before signs that are meant as they stand.",
                    e);
        }
    }

    @Override
    public boolean include(RevWalk walk, RevCommit commit) throws IOException {
        call.checkCancelled();
        if (wanted.since() != null && commit.getCommitTime() < wanted.since().getEpochSecond()) {
            // commits come newest first, so that the rest is older too; Git ends here as well
            throw StopWalkException.INSTANCE;
        }
        return paths.changedBy(commit)
                && (wanted.until() == null
                        || commit.getCommitTime() <= wanted.until().getEpochSecond())
                && (author == null
                        || author.matcher(written(People.author(commit))).find())
                && (message == null || message.matcher(commit.getFullMessage()).find());
    }

    private static String written(PersonIdent person) {
        return person.getName() + " <" + person.getEmailAddress() + ">";
    }

    @Override
    public boolean requiresCommitBody() {
        return author != null || message != null;
    }

    @Override
    public RevFilter clone() {
        return this;
    }
}
