package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Secret;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A record component as JSON sees it. */
public record Field(RecordComponent component, String name) {

    /** Looked at once a class: reflection reads annotations anew each time, and a long result has thousands of records. */
    private static final ClassValue<Map<Naming, List<Field>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Naming, List<Field>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    public static List<Field> of(Class<?> type, Naming naming) {
        return KNOWN.get(type)
                .computeIfAbsent(
                        naming,
                        how -> Arrays.stream(type.getRecordComponents())
                                .map(component -> new Field(component, name(component, how)))
                                .toList());
    }

    private static String name(RecordComponent component, Naming naming) {
        Name given = component.getAnnotation(Name.class);
        return given == null ? naming.of(component.getName()) : given.value();
    }

    public Type type() {
        return component.getGenericType();
    }

    public boolean nullable() {
        return nullable(component.getAnnotatedType());
    }

    /** Whether JSON has to have it. */
    public boolean required() {
        return !nullable() && defaultText() == null;
    }

    public @Nullable String defaultText() {
        Default given = component.getAnnotation(Default.class);
        return given == null ? null : given.value();
    }

    public @Nullable String description() {
        Description given = component.getAnnotation(Description.class);
        return given == null ? null : given.value();
    }

    /** Whether messages must not show the value. */
    public boolean isSecret() {
        return component.isAnnotationPresent(Secret.class);
    }

    /** The value of this component in a record. */
    @Nullable
    Object in(Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Whether the items of this list, or the values of this map, may be null. */
    boolean nullableItems() {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType parameterized
                && nullable(last(parameterized.getAnnotatedActualTypeArguments()));
    }

    /** The class of a type without its arguments. */
    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** The item type of a list or the value type of a map. */
    static Type item(Type type) {
        return last(((ParameterizedType) type).getActualTypeArguments());
    }

    private static <T> T last(T[] array) {
        return array[array.length - 1];
    }

    static boolean isList(Type type) {
        return raw(type) == List.class;
    }

    static boolean isMap(Type type) {
        return raw(type) == Map.class;
    }

    static boolean isWhole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    static boolean isDecimal(Class<?> type) {
        return type == double.class || type == Double.class;
    }

    static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    /** How a constant of an enum is written: NOT_FOUND is not_found. */
    public static String constant(Object value) {
        return ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
    }

    public static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Field::constant).toList();
    }
}
