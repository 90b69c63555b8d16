package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be set for a server: its own settings first, then the common ones. */
public final class SettingsModel {

    private final String prefix;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private @Nullable Field positional;

    /** The server's name gives the prefix of its variables: postgres has MCP_POSTGRES_. */
    public SettingsModel(String server, Class<? extends Record> own) {
        this.prefix = "MCP_" + server.toUpperCase(Locale.ROOT) + "_";
        Stream.of(own, CommonSettings.class)
                .flatMap(type -> Field.of(type, Naming.KEBAB).stream())
                .forEach(this::add);
    }

    private void add(Field field) {
        if (fields.put(field.name(), field) != null) {
            throw new IllegalArgumentException("Two settings are named " + field.name());
        }
        if (field.component().isAnnotationPresent(Positional.class)) {
            positional = field;
        }
    }

    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** The setting that takes the bare words of the command line, if there is one. */
    public @Nullable Field positional() {
        return positional;
    }

    @Nullable
    Field named(String name) {
        return fields.get(name);
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    String prefix() {
        return prefix;
    }

    public String variable(Field field) {
        return prefix + field.name().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    List<String> variables() {
        return fields.values().stream().map(this::variable).toList();
    }

    static boolean isFlag(Field field) {
        return field.component().getType() == boolean.class;
    }

    static boolean isList(Field field) {
        return field.component().getType() == List.class;
    }
}
