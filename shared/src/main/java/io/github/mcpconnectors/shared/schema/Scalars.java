package io.github.mcpconnectors.shared.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Single values: from JSON, strictly, and from the text of a default or an option. */
final class Scalars {

    private Scalars() {}

    /** The value as that type, or null where it is of another kind. */
    static @Nullable Object read(Class<?> type, Object value) {
        if (type == Object.class) {
            return value;
        }
        if (type == String.class) {
            return value instanceof String ? value : null;
        }
        if (Field.isTruth(type)) {
            return value instanceof Boolean ? value : null;
        }
        if (type.isEnum()) {
            return constant(type, value);
        }
        if (isWritten(type)) {
            return value instanceof String || isWhole(value) ? written(type, String.valueOf(value)) : null;
        }
        boolean numeric = Field.isWhole(type) || Field.isDecimal(type);
        return numeric && value instanceof Number number ? number(type, number) : null;
    }

    static boolean isWritten(Class<?> type) {
        return type.isAnnotationPresent(Written.class);
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static @Nullable Object written(Class<?> type, String text) {
        try {
            return type.getMethod("parse", String.class).invoke(null, text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot parse " + type, e);
        }
    }

    /** What JSON would have for this text; the text itself where it is no value of that type, to be refused later. */
    static Object parse(Class<?> type, String text) {
        if (Field.isTruth(type) && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if ((Field.isWhole(type) || Field.isDecimal(type)) && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            BigDecimal number = new BigDecimal(text);
            return Field.isWhole(type) && number.scale() == 0 ? (Object) number.longValue() : number.doubleValue();
        }
        return text;
    }

    private static @Nullable Object constant(Class<?> type, Object value) {
        for (Object constant : type.getEnumConstants()) {
            if (Field.constant(constant).equals(value)) {
                return constant;
            }
        }
        return null;
    }

    /** JSON has one kind of number: 10.0 is as whole as 10 (JSON Schema 2020-12, 6.1.1). */
    private static @Nullable Object number(Class<?> type, Number number) {
        if (Field.isDecimal(type)) {
            return number.doubleValue();
        }
        double decimal = number.doubleValue();
        if (number instanceof BigInteger || decimal != Math.rint(decimal) || Math.abs(decimal) > 9e18) {
            return null;
        }
        long whole = number instanceof Double || number instanceof BigDecimal ? (long) decimal : number.longValue();
        if (type == long.class || type == Long.class) {
            return whole;
        }
        return whole == (int) whole ? (Object) (int) whole : null;
    }
}
