package io.github.mcpconnectors.postgres.declared;

import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with one parameter, beyond the shape of the file. */
final class ParameterCheck {

    private static final Set<String> TYPE = Set.of("type", "format", "items");

    private final YamlFile file;
    private final String path;
    private final Parameter parameter;

    ParameterCheck(YamlFile file, String path, Parameter parameter) {
        this.file = file;
        this.path = path;
        this.parameter = parameter;
    }

    void check() {
        checkBounds();
        if (parameter.isFromCaller()) {
            checkCallerValue();
        } else if (parameter.items() != null && parameter.type() == ParameterType.ARRAY) {
            checkItems(parameter.items());
        } else if (parameter.type() == ParameterType.ARRAY) {
            wrong("items", "\"items\" is missing; an array says what it holds, such as items: {type: integer}.");
        }
        checkDefault();
    }

    private void checkBounds() {
        boolean number = parameter.type() == ParameterType.INTEGER || parameter.type() == ParameterType.NUMBER;
        boolean text = parameter.type() == ParameterType.STRING;
        boolean array = parameter.type() == ParameterType.ARRAY;
        goesWith("minimum", parameter.minimum(), number, "integer and number");
        goesWith("maximum", parameter.maximum(), number, "integer and number");
        goesWith("minLength", parameter.minLength(), text, "string");
        goesWith("maxLength", parameter.maxLength(), text, "string");
        goesWith("pattern", parameter.pattern(), text, "string");
        goesWith("items", parameter.items(), array, "array");
        goesWith("maxItems", parameter.maxItems(), array, "array");
        goesWith("enum", parameter.values(), text || parameter.type() == ParameterType.INTEGER, "string and integer");
        inOrder("minimum", parameter.minimum(), parameter.maximum());
        inOrder("minLength", parameter.minLength(), parameter.maxLength());
        checkPattern();
        checkEnum();
    }

    private void goesWith(String key, @Nullable Object value, boolean possible, String types) {
        if (value != null && !possible) {
            wrong(key, "\"" + key + "\" goes with " + types + " only.");
        }
    }

    private void inOrder(String key, @Nullable Number least, @Nullable Number most) {
        if (least != null && most != null && least.doubleValue() > most.doubleValue()) {
            wrong(key, "\"" + key + "\" is more than the most that is allowed.");
        }
    }

    private void checkPattern() {
        try {
            if (parameter.pattern() != null) {
                com.google.re2j.Pattern.compile(parameter.pattern());
            }
        } catch (PatternSyntaxException e) {
            wrong("pattern", "\"pattern\" is no RE2 expression: " + e.getDescription() + ".");
        }
    }

    private void checkEnum() {
        List<Object> values = parameter.values();
        if (values != null && values.isEmpty()) {
            wrong("enum", "\"enum\" must name at least one value.");
        }
        if (values != null && !values.stream().allMatch(this::isOfType)) {
            wrong("enum", "\"enum\" must hold values of the parameter's type only.");
        }
    }

    private boolean isOfType(Object value) {
        return parameter.type() == ParameterType.STRING
                ? value instanceof String
                : value instanceof Integer || value instanceof Long;
    }

    private void checkCallerValue() {
        String from = String.valueOf(parameter.from());
        if (!CallerValue.names().contains(from)) {
            wrong(
                    "from",
                    "\"from\" must be one of: " + String.join(", ", CallerValue.names()) + "."
                            + Nearest.hint(from, CallerValue.names()));
        }
        if (!TYPE.containsAll(parameter.schema().keySet()) || parameter.required() != null) {
            wrong("from", "What comes from the caller has a type and nothing else, since no model ever gives it.");
        }
    }

    private void checkItems(Parameter items) {
        if (items.type() == ParameterType.ARRAY || items.type() == ParameterType.JSON) {
            wrong("items.type", "\"items\" must be single values, not arrays or JSON.");
        }
        if (items.required() != null || items.standard() != null || items.from() != null) {
            wrong("items", "\"items\" has no \"required\", \"default\" or \"from\" of its own.");
        }
        new ParameterCheck(file, path + ".items", items).checkBounds();
    }

    private void checkDefault() {
        if (parameter.standard() == null || parameter.isFromCaller()) {
            return;
        }
        String name = "default";
        Map<String, Object> schema = parameter.schema();
        schema.remove(name);
        try {
            Arguments.of(Map.of("properties", Map.of(name, schema)), Map.of(name, parameter.standard()));
        } catch (ToolException e) {
            wrong(name, String.valueOf(e.getMessage()));
        }
    }

    private void wrong(String key, String sentence) {
        file.problem(path + "." + key, sentence);
    }
}
