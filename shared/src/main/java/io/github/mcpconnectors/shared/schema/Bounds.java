package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds that annotations set for a component. */
final class Bounds {

    private Bounds() {}

    /** What the value should have been, or null when it keeps within all bounds. */
    static @Nullable String broken(Field field, Object value) {
        boolean kept = inRange(field, value) && ofLength(field, value) && matches(field, value);
        return kept ? null : words(field);
    }

    /** The bounds in words, or null when there are none. */
    static @Nullable String words(Field field) {
        Range range = field.component().getAnnotation(Range.class);
        if (range != null) {
            return Expected.of(field.type()) + between(range.min(), range.max(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        Length length = field.component().getAnnotation(Length.class);
        if (length != null) {
            String what = Field.isList(field.type()) ? " items" : " characters";
            return Expected.of(field.type()) + " of" + between(length.min(), length.max(), 0, Integer.MAX_VALUE) + what;
        }
        Pattern pattern = field.component().getAnnotation(Pattern.class);
        return pattern == null ? null : "a text like " + pattern.value();
    }

    private static String between(long min, long max, long least, long most) {
        if (max == most) {
            return " at least " + min;
        }
        return min == least ? " at most " + max : " from " + min + " to " + max;
    }

    private static boolean inRange(Field field, Object value) {
        Range range = field.component().getAnnotation(Range.class);
        return range == null
                || !(value instanceof Number number)
                || (number.doubleValue() >= range.min() && number.doubleValue() <= range.max());
    }

    private static boolean ofLength(Field field, Object value) {
        Length length = field.component().getAnnotation(Length.class);
        if (length == null) {
            return true;
        }
        int size = value instanceof List<?> list
                ? list.size()
                : String.valueOf(value).length();
        return size >= length.min() && size <= length.max();
    }

    private static boolean matches(Field field, Object value) {
        Pattern pattern = field.component().getAnnotation(Pattern.class);
        return pattern == null || !(value instanceof String text) || text.matches(pattern.value());
    }
}
