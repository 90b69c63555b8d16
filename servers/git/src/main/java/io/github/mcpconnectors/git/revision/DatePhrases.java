package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads dates as people write them; those without a zone are in the clock's. */
public final class DatePhrases {

    private static final int DAY = "2024-01-15".length();

    private final Clock clock;

    public DatePhrases(Clock clock) {
        this.clock = clock;
    }

    public Instant parse(String phrase) {
        String text = phrase.strip().replace(' ', 'T');
        try {
            if (text.length() <= DAY) {
                return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new ToolException(
                    Reason.INVALID, "This date cannot be read; write it as 2024-01-15 or 2024-01-15T14:30:25.", e);
        }
    }
}
