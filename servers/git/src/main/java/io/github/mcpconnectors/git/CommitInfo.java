package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.log.LoggedCommit;
import io.github.mcpconnectors.git.log.People;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Description;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * A commit without its changes.
 *
 * @param refs the names that lead to it, such as HEAD -> main and tag: v1; empty where they were not asked for
 * @param path what a followed file was called in it
 */
record CommitInfo(
        String sha,
        String shortSha,
        Person author,
        Person committer,
        String subject,

        @Description("What follows the subject, at most 20,000 characters")
        String body,

        List<String> parents,
        List<String> refs,
        @Nullable String path) {

    /** As Python writes a date with an offset. */
    private static final DateTimeFormatter PYTHON = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

    /** Who and when; the date is ISO 8601 with the offset of that place. */
    record Person(String name, String email, String date) {

        static Person of(PersonIdent person) {
            return new Person(
                    Visible.line(person.getName()),
                    Visible.line(person.getEmailAddress()),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(People.time(person)));
        }
    }

    static CommitInfo of(RevCommit commit) {
        return of(LoggedCommit.of(commit, null), List.of());
    }

    static CommitInfo of(LoggedCommit commit, List<String> refs) {
        return new CommitInfo(
                commit.id().name(),
                commit.id().abbreviate(7).name(),
                Person.of(commit.author()),
                Person.of(commit.committer()),
                Visible.line(commit.subject()),
                Visible.text(commit.body()),
                commit.parents().stream().map(AnyObjectId::name).toList(),
                refs,
                commit.path() == null ? null : Visible.line(commit.path()));
    }

    /** As the reference server's git_log has it. */
    static String text(LoggedCommit commit) {
        return "Commit: " + commit.id().name() + "\n"
                + "Author: " + Visible.line(commit.author().getName()) + "\n"
                + date(commit)
                + "Message: " + Visible.text(commit.message()) + "\n";
    }

    /** As the reference server's git_show has it: Python's representations of sha, author and message. */
    static String quotedText(LoggedCommit commit) {
        PersonIdent author = commit.author();
        return "Commit: " + PythonText.repr(commit.id().name()) + "\n"
                + "Author: <git.Actor \"" + Visible.line(author.getName()) + " <"
                + Visible.line(author.getEmailAddress()) + ">\">\n"
                + date(commit)
                + "Message: " + PythonText.repr(commit.message()) + "\n";
    }

    private static String date(LoggedCommit commit) {
        return "Date: " + PYTHON.format(People.time(commit.author())) + "\n";
    }
}
