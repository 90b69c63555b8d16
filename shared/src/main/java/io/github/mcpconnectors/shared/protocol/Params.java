package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The params of a request, read with errors that say which one is wrong. */
public record Params(Map<?, ?> values) {

    public static Params of(@Nullable Object params) {
        if (params == null) {
            return new Params(Map.of());
        }
        if (params instanceof Map<?, ?> values) {
            return new Params(values);
        }
        throw RpcError.invalidParams("params must be an object");
    }

    public String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw RpcError.invalidParams("params." + name + " must be a text");
    }

    public @Nullable String optionalText(String name) {
        return values.get(name) == null ? null : text(name);
    }

    /** An object; empty where it was left out. */
    public Params object(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof Map<?, ?>) {
            return of(value);
        }
        throw RpcError.invalidParams("params." + name + " must be an object");
    }

    /** An object whose values are texts; empty where it was left out. */
    public Map<String, String> texts(String name) {
        Params object = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        object.values().keySet().forEach(key -> texts.put(String.valueOf(key), object.text(String.valueOf(key))));
        return texts;
    }

    /** One of RFC 5424's names in lower case. */
    public Severity severity(String name) {
        String text = text(name);
        for (Severity severity : Severity.values()) {
            if (severity.name().toLowerCase(Locale.ROOT).equals(text)) {
                return severity;
            }
        }
        throw RpcError.invalidParams("params." + name + " must be one of debug, info, notice, warning, error, critical,"
                + " alert, emergency");
    }

    @Nullable
    Object progressToken() {
        Object token = object("_meta").values().get("progressToken");
        return token instanceof String || token instanceof Number ? token : null;
    }
}
