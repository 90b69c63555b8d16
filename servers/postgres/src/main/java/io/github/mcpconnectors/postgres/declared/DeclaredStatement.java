package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A declared tool that passed its check: what it takes, and the query that this makes. */
record DeclaredStatement(Declaration declaration, NamedSql sql) {

    private static final Pattern NUMBERED = Pattern.compile("\\$\\d+");

    Parameter parameter(String name) {
        return Objects.requireNonNull(declaration.parameters().get(name));
    }

    /** The one that the file names, else the only one. */
    Database database(Databases databases) {
        return databases.named(declaration.database());
    }

    /** Those of the server, or narrower ones. */
    Limits limits(Database database) {
        Limits limits = database.limits();
        limits = declaration.maxRows() == null ? limits : limits.withRows(declaration.maxRows());
        return declaration.time() == null ? limits : limits.withTime(declaration.time());
    }

    /** What the model may give; what comes from the caller is not in it. */
    Map<String, Object> inputSchema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        declaration.parameters().keySet().stream()
                .filter(name -> !parameter(name).isFromCaller())
                .forEach(name -> {
                    properties.put(name, parameter(name).schema());
                    if (parameter(name).isRequired()) {
                        required.add(name);
                    }
                });
        choices().forEach((name, choices) -> properties.put(name, choice(choices)));
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object"));
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> choice(List<String> choices) {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
        schema.put("enum", choices);
        schema.put("default", choices.get(0));
        return schema;
    }

    private Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        declaration.identifiers().forEach((name, some) -> choices.put(name, Objects.requireNonNull(some)));
        return choices;
    }

    /** The query for arguments that fit the schema. */
    ModelQuery query(Arguments arguments, Caller caller) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        declaration.parameters().keySet().forEach(name -> values.put(name, value(name, arguments, caller)));
        Map<String, String> identifiers = new LinkedHashMap<>();
        choices()
                .keySet()
                .forEach(name ->
                        identifiers.put(name, String.valueOf(arguments.values().get(name))));
        return sql.query(values, identifiers);
    }

    private @Nullable Object value(String name, Arguments arguments, Caller caller) {
        Parameter parameter = parameter(name);
        if (parameter.from() != null) {
            return CallerValue.named(parameter.from()).of(caller, parameter.type() == ParameterType.ARRAY);
        }
        Object value = arguments.values().get(name);
        return value == null ? null : parameter.bound(value);
    }

    /** The query with NULL for every value: once as it is by default, then with each other identifier once. */
    List<ModelQuery> variants() {
        Map<String, String> first = new LinkedHashMap<>();
        choices().forEach((name, choices) -> first.put(name, choices.get(0)));
        List<ModelQuery> variants = new ArrayList<>(List.of(sql.query(Map.of(), first)));
        choices()
                .forEach((name, choices) -> choices.stream().skip(1).forEach(choice -> {
                    Map<String, String> other = new LinkedHashMap<>(first);
                    other.put(name, choice);
                    variants.add(sql.query(Map.of(), other));
                }));
        return variants;
    }

    /** For each $n of the query. */
    List<String> valueNames() {
        return sql.names().stream()
                .filter(name -> !declaration.identifiers().containsKey(name))
                .toList();
    }

    /** Does something with the query; failures speak of $1, which only we know: the model knows names. */
    <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (ToolException e) {
            Matcher numbered = NUMBERED.matcher(String.valueOf(e.getMessage()));
            throw new ToolException(e.reason(), numbered.replaceAll(found -> name(found.group())), e);
        }
    }

    private String name(String numbered) {
        int number = numbered.length() > 6 ? 0 : Integer.parseInt(numbered.substring(1));
        List<String> names = valueNames();
        if (number < 1 || number > names.size()) {
            return Matcher.quoteReplacement(numbered);
        }
        String name = names.get(number - 1);
        return parameter(name).isFromCaller() ? "a value of the caller" : "\"" + name + "\"";
    }
}
