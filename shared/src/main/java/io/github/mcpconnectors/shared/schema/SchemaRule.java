package io.github.mcpconnectors.shared.schema;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one property of a schema that is data allows, as {@link Bounds} and {@link Expected} say it for a component. */
final class SchemaRule {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<?, ?> schema;
    private final String type;

    SchemaRule(Map<?, ?> schema) {
        this.schema = schema;
        this.type = schema.get("type") instanceof String name ? name : "";
    }

    SchemaRule items() {
        return new SchemaRule(schema.get("items") instanceof Map<?, ?> items ? items : Map.of());
    }

    @Nullable
    Object standard() {
        return schema.get("default");
    }

    /** The value as that type; null where it is of another, or breaks a bound. Items of a list have rules of their own. */
    @Nullable
    Object read(Object value) {
        Object read = switch (type) {
            case "string" -> Scalars.read(String.class, value);
            case "integer" -> Scalars.read(Long.class, value);
            case "number" -> value instanceof Number ? value : null;
            case "boolean" -> Scalars.read(Boolean.class, value);
            case "array" -> value instanceof List<?> ? value : null;
            default -> value;
        };
        return read != null && keeps(read) ? read : null;
    }

    private boolean keeps(Object value) {
        if (schema.get("enum") instanceof List<?> values
                && values.stream().noneMatch(one -> String.valueOf(one).equals(value.toString()))) {
            return false;
        }
        if (value instanceof Number number) {
            return within(new BigDecimal(number.toString()), "minimum", "maximum");
        }
        if (value instanceof List<?> list) {
            return within(BigDecimal.valueOf(list.size()), "minItems", "maxItems");
        }
        return !(value instanceof String text)
                || (within(BigDecimal.valueOf(text.length()), "minLength", "maxLength")
                        && matches(text)
                        && isFormatted(text));
    }

    private boolean within(BigDecimal number, String least, String most) {
        BigDecimal min = bound(least);
        BigDecimal max = bound(most);
        return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
    }

    private @Nullable BigDecimal bound(String name) {
        return schema.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /** In linear time, whatever the pattern: whoever calls chooses the text. */
    private boolean matches(String text) {
        return !(schema.get("pattern") instanceof String pattern)
                || Pattern.compile(pattern).matcher(text).find();
    }

    private boolean isFormatted(String text) {
        try {
            switch (format()) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {
                    return !format().equals("uuid") || UUID.matches(text);
                }
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String format() {
        return schema.get("format") instanceof String format ? format : "";
    }

    /** What the value has to be. */
    String words() {
        if (schema.get("enum") instanceof List<?> values) {
            return "one of: "
                    + String.join(", ", values.stream().map(Objects::toString).toList());
        }
        return switch (type) {
            case "string" -> text();
            case "integer" -> "a whole number" + bounds("minimum", "maximum", "");
            case "number" -> "a number" + bounds("minimum", "maximum", "");
            case "boolean" -> "true or false";
            case "array" -> "a list" + of(bounds("minItems", "maxItems", " items"));
            default -> "a value";
        };
    }

    private String text() {
        String words = switch (format()) {
            case "date" -> "a date such as 2024-12-31";
            case "date-time" -> "a time such as 2024-12-31T23:59:00Z";
            case "uuid" -> "a UUID";
            default -> "a text";
        };
        String like = schema.get("pattern") instanceof String pattern
                ? " like " + pattern.replaceFirst("^\\^\\(\\?:(.*)\\)\\$$", "$1")
                : "";
        return words + of(bounds("minLength", "maxLength", " characters")) + like;
    }

    private static String of(String bounds) {
        return bounds.isEmpty() ? "" : " of" + bounds;
    }

    private String bounds(String least, String most, String what) {
        BigDecimal min = bound(least);
        BigDecimal max = bound(most);
        if (max == null) {
            return min == null ? "" : " at least " + min.toPlainString() + what;
        }
        return (min == null ? " at most " : " from " + min.toPlainString() + " to ") + max.toPlainString() + what;
    }
}
