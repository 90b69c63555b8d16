package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values of one column become JSON, from the text in which the server writes them. */
final class Cell {

    /** Whole numbers up to here are exact wherever JSON is read (RFC 8259, 6). */
    private static final long EXACT = 1L << 53;

    private static final int EXACT_DIGITS = 15;
    private static final Pattern UTC =
            Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)\\+00");

    private final String element;
    private final boolean array;
    private final boolean known;
    private final int maxChars;

    private Cell(String element, boolean array, boolean known, int maxChars) {
        this.element = element;
        this.array = array;
        this.known = known;
        this.maxChars = maxChars;
    }

    /** The driver writes the array of an int4 as _int4. */
    static Cell of(String driverType, int sqlType, int maxChars) {
        boolean array = sqlType == Types.ARRAY;
        return new Cell(array ? driverType.replaceFirst("(^|\\.|\\.\")_", "$1") : driverType, array, true, maxChars);
    }

    /** Of a type that somebody made: whatever its name is, it is not PostgreSQL's own. */
    Cell made() {
        return new Cell(element, array, false, maxChars);
    }

    /** The same without a limit. */
    Cell whole() {
        return new Cell(element, array, known, Integer.MAX_VALUE);
    }

    /** Such as int4 or text[]. */
    String type() {
        return array ? element + "[]" : element;
    }

    Object value(String text) {
        if (text.length() > maxChars) {
            return clipped(text);
        }
        if (!array) {
            return scalar(text);
        }
        Optional<List<@Nullable Object>> items =
                ArrayText.read(text, known && element.equals("box") ? ';' : ',', this::scalar);
        return items.isPresent() ? items.get() : text;
    }

    private Object clipped(String text) {
        String shown = known && element.equals("bytea") && !array
                ? base64(text.substring(0, 2 + (maxChars - 2) / 2 * 2))
                : Clip.head(text, maxChars);
        return shown + "…(+" + (text.length() - maxChars) + ")";
    }

    private Object scalar(String text) {
        return switch (known ? element : "") {
            case "int2", "int4", "oid" -> Long.valueOf(text);
            case "int8" -> whole(text);
            case "float4", "float8" -> decimal(text);
            case "numeric" -> numeric(text);
            case "bool" -> text.equals("t");
            case "json", "jsonb" -> JsonText.readExact(text).map(Cell::exact).orElse(text);
            case "bytea" -> base64(text);
            case "timestamptz" -> instant(text);
            default -> text;
        };
    }

    /** JSON in which numbers that readers would round are texts, as they are in columns of their own. */
    private static @Nullable Object exact(@Nullable Object json) {
        if (json instanceof List<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(exact(item)));
            return list;
        }
        if (json instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.put(key, exact(value)));
            return object;
        }
        if (json instanceof BigDecimal number) {
            return isExact(number) ? number : number.toString();
        }
        if (json instanceof Long number) {
            return whole(number.toString());
        }
        return json instanceof BigInteger ? json.toString() : json;
    }

    private static Object whole(String text) {
        long number = Long.parseLong(text);
        return number >= -EXACT && number <= EXACT ? (Object) number : text;
    }

    private static Object decimal(String text) {
        double number = Double.parseDouble(text.replace("inf", "Inf"));
        return Double.isFinite(number) ? (Object) number : text;
    }

    private static Object numeric(String text) {
        if (text.endsWith("N") || text.endsWith("y")) {
            return text; // NaN, Infinity
        }
        BigDecimal number = new BigDecimal(text);
        return isExact(number) ? (Object) number : text;
    }

    private static boolean isExact(BigDecimal number) {
        return number.precision() <= EXACT_DIGITS && Math.abs((long) number.scale()) <= EXACT_DIGITS;
    }

    private static Object instant(String text) {
        Matcher matcher = UTC.matcher(text);
        return matcher.matches() ? matcher.group(1) + "T" + matcher.group(2) + "Z" : text;
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex, 2, hex.length()));
    }
}
