package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date means here what it means to the git program. */
class DatePhrasesAgreeTest {

    /** A Sunday evening in August; each zone here is without summer time, which the program guesses from now. */
    private static final Instant NOW = Instant.parse("2009-08-30T19:20:05Z");

    private static final List<String> ZONES = List.of("UTC", "Asia/Kolkata", "America/Bogota");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeRepository() {
        assumeTrue(GitProgram.isInstalled());
        new GitProgram(directory).run("init", "--quiet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "yesterday",
                "5 seconds ago",
                "5.seconds.ago",
                "10.minutes.ago",
                "3.days.ago",
                "3 weeks ago",
                "2 weeks",
                "1 month ago",
                "3.months.ago",
                "6 months ago",
                "18 months ago",
                "1 year ago",
                "2.years.3.months.ago",
                "2 years and 3 months ago",
                "1 hour ago",
                "24 hours ago",
                "1 day ago",
                "0 days ago",
                "two weeks ago",
                "ten days ago",
                "last week",
                "last month",
                "last year",
                "last day",
                "last hour",
                "last monday",
                "last tuesday",
                "last wednesday",
                "last thursday",
                "last friday",
                "last saturday",
                "last sunday",
                "last fri",
                "last tues",
                "6am yesterday",
                "6pm yesterday",
                "yesterday 6pm",
                "12am",
                "12pm",
                "10am",
                "10 am",
                "10:30am",
                "10:30 pm",
                "3:00",
                "15:00",
                "15:00:30",
                "5AM Jun 6",
                "Jun 6, 5AM",
                "July 5th",
                "Jan 15",
                "Jan 15 2024",
                "15 Jan 2024",
                "Jan 15, 2024",
                "January 15 2024",
                "15 January 2008",
                "Sept 3 2008",
                "Dec 02",
                "Dec 25",
                "2008-12-01",
                "2009-12-01",
                "2024-01-15",
                "2008/12/01",
                "2008.12.01",
                "2008-13-12",
                "12/01/2008",
                "13/01/2008",
                "06/05/2009",
                "06.05.2009",
                "1/2/08",
                "01.02.08",
                "12-25-2008",
                "8/29",
                "2024-01-15 10:30",
                "2024-01-15 10:30:45",
                "2024-01-15T10:30:45",
                "2024-01-15T10:30",
                "2024-01-15T10:30:45Z",
                "2024-01-15T10:30:45.123Z",
                "2024-01-15T10:30:45+02:00",
                "2024-01-15T10:30:45+0530",
                "2024-01-15 10:30:45 -0500",
                "2024-01-15 10:30:45 -05",
                "2024-01-15 10:30 UTC",
                "2024-01-15 10:30:00 EST",
                "2024-01-15 10:30:00 PDT",
                "2024-01-15 10:30:00 CEST",
                "20240115T103045",
                "20240115T103045Z",
                "20240115 103045",
                "Thu, 7 Apr 2005 15:14:13 -0700",
                "Thu Apr 7 15:14:13 2005 -0700",
                "Mon Jan 15 10:30:45 2024 +0000",
                "Apr 7 15:14:13 2005",
                "Thu Apr 7 2005",
                "Apr 7 Thu 15:14:13 2005",
                "1700000000",
                "100000000",
                "1700000000 +0200",
                "@1700000000 +0000",
                "@2000 +0000",
                "2024",
                "2007",
                "15",
                "31",
                "12:34:56.3.days.ago",
                "2-weeks-ago",
                "2_weeks_ago",
                "never",
                "March 31 2009 1 month ago",
                "24:00",
                "2008-02-31",
                "Feb 31 2008 10:00:00",
                "99-12-31",
                "Aug 30 2009 19:20:05",
                "1.week.2.days.ago",
                "  yesterday  ",
                "YESTERDAY",
                "Last Week"
            })
    void meansTheSame(String phrase) {
        for (String zone : ZONES) {
            assertThat(ours(phrase, zone)).as("%s in %s", phrase, zone).isEqualTo(git(phrase, zone));
        }
    }

    /** In UTC, where it is evening: before noon, older versions of the program go back a day too far. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "noon",
                "midnight",
                "tea",
                "last Friday at noon",
                "tea last saturday",
                "yesterday noon",
                "noon yesterday",
                "January 5th noon",
                "the 5th of July at noon"
            })
    void anHourOfTheDayMeansTheSame(String phrase) {
        assertThat(ours(phrase, "UTC")).isEqualTo(git(phrase, "UTC"));
    }

    /** Whatever is understood at all means the same to the program. */
    @Test
    void anyPhraseMeansTheSameOrIsRefused() {
        String[] pieces = {
            "1",
            "2",
            "12",
            "15",
            "31",
            "2008",
            "2024",
            "Jan",
            "march",
            "Dec",
            "yesterday",
            "10:30",
            "7:15:20",
            "am",
            "pm",
            "days",
            "weeks",
            "months",
            "years",
            "hours",
            "ago",
            "last week",
            "last friday",
            "last sunday",
            "2009-03-31",
            "12/25/2008",
            "at",
            "three"
        };
        Random random = new Random(20_261_120);
        List<String> understood = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            StringBuilder phrase = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                phrase.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? "." : " ");
            }
            if (DatePhrasesTest.isUnderstood(phrase.toString(), in("UTC"))) {
                understood.add(phrase.toString());
            }
        }
        assertThat(understood).hasSizeGreaterThan(100);
        for (String phrase : understood) {
            if (ours(phrase, "UTC").equals(Instant.EPOCH)) {
                continue; // the program has no bottom
            }
            assertThat(ours(phrase, "UTC")).as(phrase).isEqualTo(git(phrase, "UTC"));
        }
    }

    private static Instant ours(String phrase, String zone) {
        return in(zone).parse(phrase);
    }

    private static DatePhrases in(String zone) {
        return new DatePhrases(Clock.fixed(NOW, ZoneId.of(zone)));
    }

    private static Instant git(String phrase, String zone) {
        String answer = new GitProgram(directory)
                .set("TZ", zone)
                .set("GIT_TEST_DATE_NOW", Long.toString(NOW.getEpochSecond()))
                .run("rev-parse", "--since=" + phrase);
        return Instant.ofEpochSecond(Long.parseLong(answer.substring("--max-age=".length())));
    }
}
