package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Nearest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record from JSON values, checked against what {@link RecordSchema} promised. All problems are found at once, each with
 * the path of the value and what was expected there.
 */
public final class RecordReader {

    /** One thing that is wrong: where, such as edits[0].newText, and a sentence that begins with it. */
    public record Problem(String path, String sentence) {

        static Problem of(String path, String sentence) {
            String name = Clip.line(path, 100);
            return new Problem(path, "\"" + name + "\" " + sentence + (sentence.endsWith(".") ? "" : "."));
        }

        static Problem unknown(String key, String path, Collection<String> known) {
            String takes = known.isEmpty() ? "It takes none." : "It takes: " + String.join(", ", known) + ".";
            return of(path + key, "is not known." + Nearest.hint(key, known) + " " + takes);
        }
    }

    private static final int MOST_TOLD = 10;

    /** All of them in one text, or the first ten and how many more there are. */
    public static String tell(List<Problem> problems) {
        String told = problems.stream().limit(MOST_TOLD).map(Problem::sentence).collect(Collectors.joining(" "));
        return problems.size() <= MOST_TOLD ? told : told + " And " + (problems.size() - MOST_TOLD) + " more.";
    }

    private final Naming naming;
    private final List<Problem> problems;

    private RecordReader(Naming naming, List<Problem> problems) {
        this.naming = naming;
        this.problems = problems;
    }

    /** The record, or null after adding at least one problem to the list. */
    public static <R extends Record> @Nullable R read(
            Class<R> type, Map<String, ?> values, Naming naming, List<Problem> problems) {
        int before = problems.size();
        Object read = new RecordReader(naming, problems).object(type, values, "");
        return problems.size() > before ? null : type.cast(read);
    }

    /** The value of a text such as a default or an option, as JSON would have it; the text itself where it does not fit. */
    public static Object parse(Field field, String text) {
        if (Field.isList(field.type())) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s*,\\s*"));
        }
        return Scalars.parse(Field.raw(field.type()), text);
    }

    private @Nullable Object object(Class<?> type, Map<?, ?> values, String path) {
        List<Field> fields = Field.of(type, naming);
        Map<String, Field> known = new LinkedHashMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        for (Object key : values.keySet()) {
            if (!known.containsKey(String.valueOf(key))) {
                problems.add(Problem.unknown(String.valueOf(key), path, known.keySet()));
            }
        }
        int before = problems.size();
        @Nullable Object[] arguments = new @Nullable Object[fields.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = component(fields.get(i), values, path);
        }
        return problems.size() > before ? null : construct(type, arguments);
    }

    private @Nullable Object component(Field field, Map<?, ?> values, String path) {
        Object value = values.get(field.name());
        String text = field.defaultText();
        if (value == null && text != null) {
            value = parse(field, text);
        }
        if (value == null) {
            if (field.required()) {
                problem(path + field.name(), "is missing; it must be " + Expected.of(field));
            }
            return null;
        }
        Object read = value(field, field.type(), value, path + field.name());
        String wrong = read == null ? null : Bounds.broken(field, read);
        if (wrong != null) {
            problem(path + field.name(), "must be " + wrong + was(field, value));
        }
        return read;
    }

    private @Nullable Object value(Field field, Type type, Object value, String path) {
        Class<?> raw = Field.raw(type);
        if (Field.isList(type) && value instanceof List<?> list) {
            return list(field, Field.item(type), list, path);
        }
        if (Field.isMap(type) && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> read = new LinkedHashMap<>();
            map.forEach((key, item) -> read.put(
                    String.valueOf(key), item == null ? null : value(field, Field.item(type), item, path + "." + key)));
            return read;
        }
        if (raw.isRecord() && !Scalars.isWritten(raw) && value instanceof Map<?, ?> map) {
            return object(raw, map, path + ".");
        }
        Object scalar = Scalars.read(raw, value);
        if (scalar == null) {
            String expected = type.equals(field.type()) ? Expected.of(field) : Expected.of(type);
            problem(path, "must be " + expected + was(field, value));
        }
        return scalar;
    }

    private List<@Nullable Object> list(Field field, Type item, List<?> values, String path) {
        List<@Nullable Object> read = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null && !field.nullableItems()) {
                problem(path + "[" + i + "]", "must be " + Expected.of(item) + ", but was null");
            }
            read.add(value == null ? null : value(field, item, value, path + "[" + i + "]"));
        }
        return read;
    }

    private static String was(Field field, Object value) {
        return field.isSecret() ? "" : ", but was " + Expected.shown(value);
    }

    private void problem(String path, String sentence) {
        problems.add(Problem.of(path, sentence));
    }

    private static Object construct(Class<?> type, @Nullable Object[] arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }
}
