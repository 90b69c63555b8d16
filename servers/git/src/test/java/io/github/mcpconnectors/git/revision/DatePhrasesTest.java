package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePhrasesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    private static final DatePhrases BERLIN = new DatePhrases(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

    static boolean isUnderstood(String phrase, DatePhrases dates) {
        try {
            dates.parse(phrase);
            return true;
        } catch (ToolException e) {
            assertThat(e.reason()).isEqualTo(Reason.INVALID);
            return false;
        }
    }

    /** Summer time counts by the date that is meant, where the program takes that of now. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-01 12:00:00, 2026-07-01T10:00:00Z",
        "2026-01-01 12:00:00, 2026-01-01T11:00:00Z",
        "2026-07-01, 2026-07-01T14:00:00Z",
        "4 months ago, 2026-07-20T14:00:00Z",
        // as in newer versions of Git, and a little more
        "today, 2026-11-19T23:00:00Z",
        "today at noon, 2026-11-20T11:00:00Z",
        "noon today, 2026-11-20T11:00:00Z",
        "20260701, 2026-07-01T14:00:00Z",
        "20260701T10, 2026-07-01T08:00:00Z",
        "20260701T1030, 2026-07-01T08:30:00Z",
        "a week ago, 2026-11-13T15:00:00Z",
        "an hour ago, 2026-11-20T14:00:00Z",
        "a year and a day ago, 2025-11-19T15:00:00Z",
        "2 fridays ago, 2026-11-06T15:00:00Z",
        // no commit is older
        "100 years ago, 1970-01-01T00:00:00Z",
        "999999999 years ago, 1970-01-01T00:00:00Z"
    })
    void readsWhatTheProgramReadsOtherwise(String phrase, Instant instant) {
        assertThat(BERLIN.parse(phrase)).isEqualTo(instant);
    }

    /** Each of these means now to the git program, or something that nobody meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "soon",
                "tomorrow",
                "next friday",
                "in 2 weeks",
                "friday",
                "friday noon",
                "Jan 2024 10:30",
                "week",
                "weeks ago",
                "ago",
                "last",
                "two",
                "last night",
                "99999",
                "1.5 days ago",
                "2024-13-45",
                "2024-00-10",
                "1969-01-01",
                "2100-01-01",
                "2024-01",
                "2024-01-15 +0200",
                "10:00 UTC",
                "25:00",
                "10:61",
                "15pm",
                "pm",
                "1700000000000",
                "202401151030",
                "9999999999",
                "000",
                "007 days ago",
                "Jan 15 2024 IST",
                "2024-01-15T10:00:00+25:00",
                "2024-W03",
                "gestern",
                "now!",
                "2 wekes ago",
                "99999999999999999999 days ago",
                "last last week",
                "Jan 45",
                "0",
                "--output=x",
                "@",
                "@x",
                "2 weeks ago; rm",
                "2024‑01‑15",
                "١٥ Jan 2024",
                "\u0000",
                "2024-01-15 10:00 11:00 pm 12 13 14"
            })
    void refusesWhatItDoesNotUnderstandAsAWhole(String phrase) {
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> BERLIN.parse(phrase))
                .matches(e -> e.reason() == Reason.INVALID)
                .withMessageContaining("2024-01-15T10:30:00Z")
                .withMessageContaining("2 weeks ago");
    }

    @Test
    void anyTextIsATimeOrRefused() {
        Random random = new Random(20_261_120);
        String letters = "0123456789-:./+ @TZzaghoJn\u0000\n\t\u00e9{}%";
        int understood = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            understood += isUnderstood(text.toString(), BERLIN) ? 1 : 0;
        }
        assertThat(understood).isGreaterThan(500);
    }

    @Test
    void aLongTextIsRefusedAtOnce() {
        assertThat(isUnderstood("1 day ".repeat(1_000_000), BERLIN)).isFalse();
    }
}
