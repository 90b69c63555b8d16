package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as Git's options for dates do: ISO 8601, {@code 2 weeks ago}, {@code 3.days.ago}, {@code yesterday},
 * {@code last friday at noon}, {@code Jan 15 2024}, seconds since 1970. As in Git, a date without a time is that day at the
 * present time of day. Unlike Git, which skips what it does not understand and falls back to now, a phrase is understood
 * as a whole or refused.
 */
public final class DatePhrases {

    private static final int LONGEST = 100;

    private final Clock clock;

    /** @param clock tells the present time, and the zone of times that name none */
    public DatePhrases(Clock clock) {
        this.clock = clock;
    }

    /** Never before 1970, where the time of commits begins. */
    public Instant parse(String phrase) {
        if (phrase.length() > LONGEST) {
            throw notUnderstood(phrase, null);
        }
        try {
            Instant read = new DateReader(phrase, ZonedDateTime.now(clock)).read();
            return read.isBefore(Instant.EPOCH) ? Instant.EPOCH : read;
        } catch (DateTimeException | ArithmeticException e) {
            throw notUnderstood(phrase, e);
        }
    }

    private static ToolException notUnderstood(String phrase, @Nullable Throwable cause) {
        return new ToolException(
                Reason.INVALID,
                "The date " + SafeNames.quoted(phrase)
                        + " is not understood. Write such as 2024-01-15, 2024-01-15T10:30:00Z,"
                        + " 2 weeks ago, yesterday, last friday, Jan 15 2024, or seconds since 1970.",
                cause);
    }
}
