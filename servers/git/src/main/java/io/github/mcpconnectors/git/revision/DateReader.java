package io.github.mcpconnectors.git.revision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one phrase from left to right into {@link DateFields}; whatever means nothing is a {@link DateTimeException}. */
final class DateReader {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,._/'-]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern EPOCH = Pattern.compile("@?(\\d{9,12})( [+-]\\d{4})?|@(\\d{1,12}) [+-]\\d{4}");
    private static final Pattern TIME = Pattern.compile("T?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?!\\d)");
    private static final Pattern FRACTION = Pattern.compile("\\.\\d+");
    private static final Pattern COMPACT_TIME =
            Pattern.compile("T?(\\d{2})(\\d{2})(\\d{2})(?!\\d)|T(\\d{2})(\\d{2})?(?![:\\d])");
    private static final Pattern ZONE = Pattern.compile("([+-])(\\d{2})(?::?(\\d{2}))?(?!\\d)");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,4})(?:\\2(\\d{1,4}))?(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?!\\d)");

    /** The year 2100, as for dates: what is longer is something else, such as milliseconds. */
    private static final long LATEST = 4_102_444_800L;

    private final String text;
    private final DateFields fields;
    private final DateWords words;
    private int at;

    DateReader(String phrase, ZonedDateTime now) {
        this.text = phrase.strip();
        this.fields = new DateFields(now);
        this.words = new DateWords(fields);
    }

    Instant read() {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            String seconds = epoch.group(1) == null ? epoch.group(3) : epoch.group(1);
            require(Long.parseLong(seconds) < LATEST);
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        }
        if (text.equalsIgnoreCase("never")) {
            return Instant.EPOCH;
        }
        while (at < text.length()) {
            readNext();
        }
        words.finish();
        return fields.instant();
    }

    private void readNext() {
        Matcher found;
        if (fields.hasTime() && (found = match(ZONE)) != null) {
            fields.zone(zone(found));
        } else if ((found = match(TIME)) != null) {
            fields.placeNumber();
            fields.time(number(found.group(1)), number(found.group(2)), number(found.group(3)));
            if (fields.hasDate()) {
                match(FRACTION);
            }
        } else if (fields.hasDate() && !fields.hasTime() && (found = match(COMPACT_TIME)) != null) {
            boolean whole = found.group(1) != null;
            fields.time(number(found.group(whole ? 1 : 4)), number(found.group(whole ? 2 : 5)), number(found.group(3)));
            match(FRACTION);
        } else if ((found = match(COMPACT_DATE)) != null) {
            fields.placeNumber();
            require(fields.tryDate(number(found.group(1)), number(found.group(2)), number(found.group(3))));
        } else if ((found = match(DATE)) != null) {
            fields.placeNumber();
            numericDate(found);
        } else if ((found = match(NUMBER)) != null) {
            fields.placeNumber();
            fields.number(countingNumber(found.group()));
        } else if ((found = match(WORD)) != null) {
            words.read(found.group());
        } else if (match(SEPARATORS) == null) {
            throw new DateTimeException("no part of a date");
        }
    }

    private @Nullable Matcher match(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return null;
        }
        at = found.end();
        return found;
    }

    /** What is left out is 0. */
    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int countingNumber(String digits) {
        if (digits.length() > 2 && digits.startsWith("0")) {
            throw new DateTimeException("neither a number nor a year");
        }
        return Integer.parseInt(digits);
    }

    private static ZoneOffset zone(Matcher found) {
        int minutes = number(found.group(2)) * 60 + number(found.group(3));
        return ZoneOffset.ofTotalSeconds((found.group(1).equals("-") ? -60 : 60) * minutes);
    }

    /** In the order in which Git tries: year first, then month first unless there are dots, then day first. */
    private void numericDate(Matcher found) {
        int first = number(found.group(1));
        int second = number(found.group(3));
        int third = found.group(4) == null ? DateFields.UNSET : number(found.group(4));
        boolean dots = found.group(2).equals(".");
        boolean read = (first > 70 && (fields.tryDate(first, second, third) || fields.tryDate(first, third, second)))
                || (!dots && fields.tryPastDate(third, first, second))
                || fields.tryPastDate(third, second, first)
                || (dots && fields.tryPastDate(third, first, second));
        require(read);
    }

    private static void require(boolean read) {
        if (!read) {
            throw new DateTimeException("no such date");
        }
    }
}
