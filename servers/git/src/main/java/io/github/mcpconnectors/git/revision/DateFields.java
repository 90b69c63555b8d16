package io.github.mcpconnectors.git.revision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The year, month, day and time of day that a phrase has named so far; what it does not name is that of the present. */
final class DateFields {

    static final int UNSET = -1;

    private static final int HOUR = 60 * 60;
    private static final int DAY = 24 * HOUR;
    private static final int FUTURE_DAYS = 10;

    private final ZonedDateTime now;
    private int year = UNSET;
    private int month = UNSET;
    private int day = UNSET;
    private int secondOfDay;
    private int weekday;
    private boolean timed;
    private boolean dated;
    private boolean moved;
    private boolean movedFromDate;
    private boolean dayBefore;
    private int number = UNSET;
    private boolean counting;
    private @Nullable ZoneOffset zone;

    DateFields(ZonedDateTime now) {
        this.now = now.withNano(0);
        this.secondOfDay = now.toLocalTime().toSecondOfDay();
        this.weekday = now.getDayOfWeek().getValue();
    }

    boolean hasTime() {
        return timed;
    }

    /** Whether all of year, month and day were named. */
    boolean hasDate() {
        return dated && !moved && year != UNSET && month != UNSET && day != UNSET;
    }

    boolean hasMonth() {
        return dated;
    }

    int weekday() {
        return weekday;
    }

    void month(int value) {
        if (month != UNSET) {
            throw new DateTimeException("a second month");
        }
        month = value;
        dated = true;
    }

    void time(int hour, int minute, int second) {
        if (timed || hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no such time");
        }
        secondOfDay = hour * HOUR + minute * 60 + second;
        timed = true;
    }

    /** An hour of which, without a day, the last one is meant. */
    void lastTime(int hour) {
        dayBefore = day == UNSET && secondOfDay / HOUR < hour;
        time(hour, 0, 0);
    }

    /** What the number before it is, or the time before it was. */
    void halfOfDay(boolean afternoon) {
        if (hasNumber()) {
            int hour = takeCount();
            if (hour > 12) {
                throw new DateTimeException("no such hour");
            }
            time(hour, 0, 0);
        } else if (!timed) {
            throw new DateTimeException("no time before am or pm");
        }
        secondOfDay = secondOfDay % (DAY / 2) + (afternoon ? DAY / 2 : 0);
    }

    void zone(ZoneOffset value) {
        zone = value;
    }

    /** Whether the parts make a whole: no time of a month without a day, no way back from a date and a time. */
    boolean isPointInTime() {
        boolean named = day != UNSET || month != UNSET || year != UNSET || timed;
        boolean noDay = day == UNSET && month != UNSET && year != UNSET;
        return named && !(timed && (noDay || movedFromDate));
    }

    /** Remembers a number of which only what follows says what it means. */
    void number(int value) {
        number = value;
        counting = false;
    }

    /** The same for one in words, which is never a day or a year. */
    void count(int value) {
        requireNoNumber();
        number = value;
        counting = true;
    }

    boolean hasNumber() {
        return number != UNSET;
    }

    /** Whether the number was a word, so that a unit must follow. */
    boolean isCounting() {
        return hasNumber() && counting;
    }

    /** The number that stands before a unit. */
    int takeCount() {
        if (!hasNumber()) {
            throw new DateTimeException("a unit without a number");
        }
        int taken = number;
        number = UNSET;
        return taken;
    }

    private void requireNoNumber() {
        if (hasNumber()) {
            throw new DateTimeException("a number without meaning");
        }
    }

    /** A number that nothing followed: a day, a month or a year, in that order. */
    void placeNumber() {
        int value = number;
        if (day == UNSET && value > 0 && value < 32) {
            day = value;
        } else if (month == UNSET && value > 0 && value < 13) {
            month = value;
        } else if (year == UNSET && value > 0 && isYear(value)) {
            year = whole(value);
        } else {
            requireNoNumber();
        }
        if (isCounting()) {
            throw new DateTimeException("a count of nothing");
        }
        number = UNSET;
    }

    private static boolean isYear(int value) {
        return value < 38 || (value > 70 && value < 100) || (value >= 1970 && value < 2100);
    }

    private static int whole(int year) {
        return year >= 100 ? year : year + (year < 38 ? 2000 : 1900);
    }

    boolean tryDate(int newYear, int newMonth, int newDay) {
        if (dated
                || moved
                || newYear < 38
                || !isYear(newYear)
                || newMonth < 1
                || newMonth > 12
                || newDay < 1
                || newDay > 31) {
            return false;
        }
        year = whole(newYear);
        month = newMonth;
        day = newDay;
        dated = true;
        return true;
    }

    /**
     * Refuses what is far in the future, since day and month are then probably the other way round.
     *
     * @param newYear or {@link #UNSET} for the present one
     */
    boolean tryPastDate(int newYear, int newMonth, int newDay) {
        int then = newYear == UNSET ? now.getYear() : isYear(newYear) ? whole(newYear) : 0;
        int named = year;
        if (!isPast(then, newMonth, newDay) || !tryDate(then, newMonth, newDay)) {
            return false;
        }
        year = newYear == UNSET ? named : then;
        return true;
    }

    private boolean isPast(int newYear, int newMonth, int newDay) {
        LocalDate latest = now.toLocalDate().plusDays(FUTURE_DAYS);
        return !LocalDate.of(newYear, 1, 1)
                .plusMonths(newMonth - 1L)
                .plusDays(newDay - 1L)
                .isAfter(latest);
    }

    /** Goes so many seconds back from what is named so far. */
    void back(long seconds) {
        movedFromDate |= hasDate();
        LocalDateTime then = local().atZone(now.getZone())
                .toInstant()
                .minusSeconds(seconds == 0 && day == UNSET && dayBefore ? DAY : seconds)
                .atZone(now.getZone())
                .toLocalDateTime();
        year = then.getYear();
        month = then.getMonthValue();
        day = then.getDayOfMonth();
        secondOfDay = then.toLocalTime().toSecondOfDay();
        weekday = then.getDayOfWeek().getValue();
        moved = true;
    }

    void now() {
        requireNoDay();
        back(0);
    }

    void yesterday() {
        requireNoDay();
        back(DAY);
    }

    /** From its beginning, unless an hour was named. */
    void today() {
        requireNoDay();
        dayBefore = false;
        secondOfDay = timed ? secondOfDay : 0;
        back(0);
    }

    private void requireNoDay() {
        requireNoNumber();
        if (year != UNSET || month != UNSET || day != UNSET) {
            throw new DateTimeException("a second day");
        }
    }

    void backMonths(long months) {
        back(0);
        long total = year * 12L + month - 1 - months;
        year = Math.toIntExact(Math.floorDiv(total, 12L));
        month = (int) Math.floorMod(total, 12L) + 1;
    }

    private LocalDateTime local() {
        int namedMonth = month == UNSET ? now.getMonthValue() : month;
        int namedYear = year != UNSET ? year : namedMonth > now.getMonthValue() ? now.getYear() - 1 : now.getYear();
        int namedDay = day == UNSET ? now.getDayOfMonth() : day;
        // The 31st of a shorter month is a day of the next one.
        return LocalDate.of(namedYear, namedMonth, 1)
                .plusDays(namedDay - 1L)
                .atStartOfDay()
                .plusSeconds(secondOfDay);
    }

    Instant instant() {
        if (zone != null) {
            if (!hasDate() || !timed) {
                throw new DateTimeException("a zone without a date and a time");
            }
            return local().toInstant(zone);
        }
        back(0);
        return local().atZone(now.getZone()).toInstant();
    }
}
