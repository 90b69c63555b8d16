package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Clip;
import java.lang.reflect.Type;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says in words what a value should have been, and what it was. */
final class Expected {

    private Expected() {}

    static String of(Field field) {
        String bounds = Bounds.words(field);
        return bounds == null ? of(field.type()) : bounds;
    }

    static String of(Type type) {
        Class<?> raw = Field.raw(type);
        Written written = raw.getAnnotation(Written.class);
        if (written != null) {
            return written.form() + ", such as " + written.example();
        }
        if (Field.isList(type)) {
            return "a list";
        }
        if (raw.isEnum()) {
            return "one of: " + String.join(", ", Field.constants(raw));
        }
        if (raw == String.class || raw == Instant.class) {
            return "a text";
        }
        if (Field.isWhole(raw)) {
            return "a whole number";
        }
        if (Field.isDecimal(raw)) {
            return "a number";
        }
        return Field.isTruth(raw) ? "true or false" : "an object";
    }

    static String shown(@Nullable Object value) {
        return value instanceof String text ? "\"" + Clip.line(text, 60) + "\"" : Clip.line(String.valueOf(value), 60);
    }
}
