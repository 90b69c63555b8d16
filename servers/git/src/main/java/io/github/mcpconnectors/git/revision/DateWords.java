package io.github.mcpconnectors.git.revision;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the words in a phrase mean for its {@link DateFields}. */
final class DateWords {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Set<String> SINGLE = Set.of("a", "an", "last");
    private static final Map<String, Integer> SECONDS =
            Map.of("second", 1, "minute", 60, "hour", 3600, "day", 86_400, "week", 604_800);
    private static final Map<String, Integer> HOURS = Map.of("midnight", 0, "noon", 12, "tea", 17);

    /** In hours. As in Git, summer time is what its name says, all year round. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            entry("z", 0),
            entry("utc", 0),
            entry("gmt", 0),
            entry("wet", 0),
            entry("bst", 1),
            entry("cet", 1),
            entry("cest", 2),
            entry("eet", 2),
            entry("eest", 3),
            entry("jst", 9),
            entry("est", -5),
            entry("edt", -4),
            entry("cst", -6),
            entry("cdt", -5),
            entry("mst", -7),
            entry("mdt", -6),
            entry("pst", -8),
            entry("pdt", -7));

    private static final Set<String> FILLERS = Set.of("ago", "at", "on", "of", "the", "and");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private final DateFields fields;
    private boolean namedWeekday;

    DateWords(DateFields fields) {
        this.fields = fields;
    }

    void read(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        String unit = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (beginning(MONTHS, word) > 0) {
            fields.month(beginning(MONTHS, word));
        } else if (beginning(WEEKDAYS, unit) > 0) {
            weekday(beginning(WEEKDAYS, unit));
        } else if (SECONDS.containsKey(unit)) {
            fields.back((long) SECONDS.get(unit) * fields.takeCount());
        } else if (unit.equals("month") || unit.equals("year")) {
            fields.backMonths(fields.takeCount() * (unit.equals("year") ? 12L : 1));
        } else if (NUMBERS.contains(word) || SINGLE.contains(word)) {
            fields.count(Math.max(NUMBERS.indexOf(word), 0) + 1);
        } else if (HOURS.containsKey(word)) {
            fields.placeNumber();
            fields.lastTime(HOURS.get(word));
        } else if (fields.hasTime() && ZONES.containsKey(word)) {
            fields.zone(ZoneOffset.ofHours(ZONES.get(word)));
        } else {
            special(word);
        }
    }

    private void special(String word) {
        switch (word) {
            case "yesterday" -> fields.yesterday();
            case "today" -> fields.today();
            case "now" -> fields.now();
            case "am", "pm" -> fields.halfOfDay(word.equals("pm"));
            default -> {
                if (!FILLERS.contains(word) && !(ORDINALS.contains(word) && fields.hasNumber())) {
                    throw new DateTimeException("an unknown word");
                }
            }
        }
    }

    /** The last one or the nth last one; beside a date it only says again what the date says. */
    private void weekday(int wanted) {
        if (!fields.hasNumber() || (fields.hasMonth() && !fields.isCounting())) {
            namedWeekday = true;
            return;
        }
        if (fields.hasMonth()) {
            throw new DateTimeException("a weekday counted from a date");
        }
        long weeks = fields.takeCount() - 1L;
        int days = Math.floorMod(fields.weekday() - wanted - 1, 7) + 1;
        fields.back((days + 7 * weeks) * 86_400);
    }

    /** Refuses a phrase that names no time, or a weekday without saying which. */
    void finish() {
        fields.placeNumber();
        if (!fields.isPointInTime() || (namedWeekday && !fields.hasMonth())) {
            throw new DateTimeException("no point in time");
        }
    }

    /** The number, from 1, of the name that a word of at least three letters begins; 0 without. */
    private static int beginning(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            if (word.length() >= 3 && names.get(i).startsWith(word)) {
                return i + 1;
            }
        }
        return 0;
    }
}
