package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.shared.Clip;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * A commit, with what its author wrote.
 *
 * @param message as it stands, which may be anything, up to 20,000 characters
 * @param path what the file was called in this commit, where it is followed
 */
public record LoggedCommit(
        ObjectId id,
        PersonIdent author,
        PersonIdent committer,
        String message,
        List<ObjectId> parents,
        @Nullable String path) {

    private static final int LONGEST_MESSAGE = 20_000;

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

    public LoggedCommit {
        message = Clip.head(message, LONGEST_MESSAGE);
        parents = List.copyOf(parents);
    }

    /** The commit must have been read with its body. */
    public static LoggedCommit of(RevCommit commit, @Nullable String path) {
        return new LoggedCommit(
                commit.copy(),
                People.author(commit),
                People.committer(commit),
                commit.getFullMessage(),
                Stream.of(commit.getParents()).map(RevCommit::copy).toList(),
                path);
    }

    /** The first paragraph, on one line. */
    public String subject() {
        return parts()[0].replaceAll("\\s*\\n\\s*", " ");
    }

    /** What follows the first paragraph. */
    public String body() {
        return parts()[1];
    }

    private String[] parts() {
        String text = message.strip();
        Matcher blank = BLANK_LINE.matcher(text);
        return blank.find()
                ? new String[] {
                    text.substring(0, blank.start()).strip(),
                    text.substring(blank.end()).strip()
                }
                : new String[] {text, ""};
    }
}
