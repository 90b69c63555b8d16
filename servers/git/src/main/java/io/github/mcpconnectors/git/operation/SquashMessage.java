package io.github.mcpconnectors.git.operation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** The message that git offers for a squashed merge: the log of all that went into it. */
final class SquashMessage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu xx", Locale.ROOT);

    private SquashMessage() {}

    static String of(List<RevCommit> commits) {
        return "Squashed commit of the following:\n"
                + commits.stream().map(SquashMessage::of).collect(Collectors.joining());
    }

    private static String of(RevCommit commit) {
        PersonIdent author = NewCommit.authorOf(commit);
        String merge = commit.getParentCount() < 2
                ? ""
                : Stream.of(commit.getParents())
                        .map(parent -> parent.abbreviate(7).name())
                        .collect(Collectors.joining(" ", "Merge: ", "\n"));
        String message = commit.getFullMessage()
                .stripTrailing()
                .lines()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        return "\ncommit " + commit.name() + "\n" + merge + "Author: " + author.getName() + " <"
                + author.getEmailAddress() + ">\nDate:   "
                + DATE.format(author.getWhenAsInstant().atZone(author.getZoneId())) + "\n\n" + message;
    }
}
