package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Outline;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** A commit without its changes. */
@Outline
record CommitInfo(
        String sha,
        String shortSha,
        Person author,
        Person committer,
        String subject,

        @Description("What follows the subject, at most 20,000 characters")
        String body,

        List<String> parents) {

    private static final int LONGEST_MESSAGE = 20_000;

    /** As Python writes a date with an offset. */
    private static final DateTimeFormatter PYTHON = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

    private static final PersonIdent NOBODY = new PersonIdent("", "", Instant.EPOCH, ZoneOffset.UTC);

    /** Who and when; the date is ISO 8601 with the offset of that place. */
    record Person(String name, String email, String date) {

        static Person of(PersonIdent ident) {
            return new Person(
                    Visible.line(ident.getName()),
                    Visible.line(ident.getEmailAddress()),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time(ident)));
        }
    }

    /** A commit may name nobody, and times that no calendar has. */
    private static PersonIdent known(Supplier<@Nullable PersonIdent> ident) {
        try {
            return Objects.requireNonNullElse(ident.get(), NOBODY);
        } catch (DateTimeException e) {
            return NOBODY;
        }
    }

    /** A time that is none is the epoch, as for git. */
    private static OffsetDateTime time(PersonIdent ident) {
        try {
            return ident.getWhenAsInstant().atZone(ident.getZoneId()).toOffsetDateTime();
        } catch (DateTimeException e) {
            return Instant.EPOCH.atOffset(ZoneOffset.UTC);
        }
    }

    static CommitInfo of(RevCommit commit) {
        String message = Clip.head(commit.getFullMessage(), LONGEST_MESSAGE);
        String subject = commit.getShortMessage();
        int end = message.indexOf("\n\n");
        return new CommitInfo(
                commit.name(),
                commit.abbreviate(7).name(),
                Person.of(known(commit::getAuthorIdent)),
                Person.of(known(commit::getCommitterIdent)),
                Visible.line(Clip.head(subject, LONGEST_MESSAGE)),
                end < 0 ? "" : Visible.text(message.substring(end).strip()),
                Stream.of(commit.getParents()).map(RevCommit::name).toList());
    }

    /** As the reference server shows a commit: Python's representations of sha, author and message. */
    static String text(RevCommit commit) {
        PersonIdent author = known(commit::getAuthorIdent);
        String message = Clip.head(commit.getFullMessage(), LONGEST_MESSAGE);
        return "Commit: " + PythonText.repr(commit.name()) + "\n"
                + "Author: <git.Actor \"" + Visible.line(author.getName()) + " <"
                + Visible.line(author.getEmailAddress()) + ">\">\n"
                + "Date: " + PYTHON.format(time(author)) + "\n"
                + "Message: " + PythonText.repr(message) + "\n";
    }
}
