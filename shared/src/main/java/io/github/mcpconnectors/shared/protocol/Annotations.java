package io.github.mcpconnectors.shared.protocol;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** What a handler's class says of itself. */
final class Annotations {

    private Annotations() {}

    static <A extends Annotation> A of(Object handler, Class<A> type) {
        A annotation = handler.getClass().getAnnotation(type);
        if (annotation == null) {
            throw new IllegalArgumentException(handler.getClass() + " lacks @" + type.getSimpleName());
        }
        return annotation;
    }

    /** The records among the type arguments with which the handler implements that interface, in order. */
    static List<Class<? extends Record>> records(Object handler, Class<?> shape) {
        List<Class<? extends Record>> records = new ArrayList<>();
        for (Type type : handler.getClass().getGenericInterfaces()) {
            if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == shape) {
                for (Type argument : parameterized.getActualTypeArguments()) {
                    if (argument instanceof Class<?> raw && raw.isRecord()) {
                        records.add(raw.asSubclass(Record.class));
                    }
                }
            }
        }
        if (records.isEmpty()) {
            throw new IllegalArgumentException(handler.getClass() + " has to implement " + shape + " itself");
        }
        return records;
    }
}
