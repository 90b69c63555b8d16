package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool that clients repeat in HTTP headers ({@link Header}), as its schema says, and the rules for them.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools#x-mcp-header">x-mcp-header</a>
 */
public final class HeaderParameters {

    static final String KEYWORD = "x-mcp-header";

    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    /** RFC 9110 5.6.2, token. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final ClassValue<Map<List<String>, String>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<List<String>, String> computeValue(Class<?> type) {
            return in(RecordSchema.of(type.asSubclass(Record.class), Naming.SNAKE));
        }
    };

    private final Map<List<String>, String> found = new LinkedHashMap<>();
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private HeaderParameters() {}

    /** From the path of names in the arguments to what comes after {@code Mcp-Param-}; derived once a class. */
    public static Map<List<String>, String> of(Class<? extends Record> input) {
        return KNOWN.get(input);
    }

    /** The same from a schema; refuses one that a client would have to refuse. */
    static Map<List<String>, String> in(Map<?, ?> schema) {
        HeaderParameters parameters = new HeaderParameters();
        parameters.object(schema, List.of());
        return Collections.unmodifiableMap(parameters.found);
    }

    private void object(Map<?, ?> schema, List<String> path) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> property(property, String.valueOf(name), path));
        }
    }

    private void property(@Nullable Object property, String name, List<String> parents) {
        if (property instanceof Map<?, ?> schema) {
            List<String> path = new ArrayList<>(parents);
            path.add(name);
            if (schema.get(KEYWORD) instanceof String header) {
                add(header, schema, path);
            }
            object(schema, path);
            refuseIn(schema.get("items"), path);
            refuseIn(schema.get("additionalProperties"), path);
        }
    }

    private void add(String header, Map<?, ?> schema, List<String> path) {
        if (!TOKEN.matcher(header).matches()) {
            throw wrong(header, path, "must be the name of an HTTP header: letters, digits and hyphens");
        }
        if (!(schema.get("type") instanceof String type) || !TYPES.contains(type)) {
            throw wrong(header, path, "goes with texts, whole numbers and booleans only");
        }
        if (!taken.add(header)) {
            throw wrong(header, path, "is on two arguments, letter case aside");
        }
        found.put(List.copyOf(path), header);
    }

    private static void refuseIn(@Nullable Object items, List<String> path) {
        HeaderParameters inside = new HeaderParameters();
        inside.property(items, "[]", path);
        inside.found.forEach((where, header) -> {
            throw wrong(header, where, "is inside a list or map, where no header can follow");
        });
    }

    private static IllegalArgumentException wrong(String header, List<String> path, String rule) {
        return new IllegalArgumentException("@Header(\"" + header + "\") at " + String.join(".", path) + " " + rule);
    }
}
