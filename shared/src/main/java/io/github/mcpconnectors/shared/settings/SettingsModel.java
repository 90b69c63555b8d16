package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Naming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be set for a server: its own settings first, then the common ones. */
public final class SettingsModel {

    private final String prefix;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> keys = new LinkedHashMap<>();
    private final int own;
    private @Nullable Field positional;

    /** The server's name gives the prefix of its variables: postgres has MCP_POSTGRES_. */
    public SettingsModel(String server, Class<? extends Record> own) {
        this.prefix = "MCP_" + server.toUpperCase(Locale.ROOT) + "_";
        Stream.of(own, CommonSettings.class, HttpSettings.class)
                .flatMap(type -> Field.of(type, Naming.KEBAB).stream())
                .forEach(this::add);
        this.own = own.getRecordComponents().length;
    }

    private void add(Field field) {
        fields.add(field);
        addKey(field);
        if (field.isSecret()) {
            if (field.type() != String.class || !field.nullable() || field.defaultText() != null) {
                throw new IllegalArgumentException("A secret must be a nullable text: " + field.name());
            }
            addKey(fileOf(field));
        }
        if (field.component().isAnnotationPresent(Positional.class)) {
            positional = field;
        }
    }

    private void addKey(Field field) {
        if (keys.put(field.name(), field) != null) {
            throw new IllegalArgumentException("Two settings are named " + field.name());
        }
    }

    /** Under which name the file of a secret is given. */
    static Field fileOf(Field secret) {
        return new Field(secret.component(), secret.name() + "-file");
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** Those of this server. */
    public List<Field> own() {
        return List.copyOf(fields.subList(0, own));
    }

    /** Those of every server. */
    public List<Field> common() {
        return List.copyOf(fields.subList(own, fields.size()));
    }

    List<Field> secrets() {
        return fields.stream().filter(Field::isSecret).toList();
    }

    /** The settings, and after each secret its file. */
    List<Field> keys() {
        return List.copyOf(keys.values());
    }

    /** The setting that takes the bare words of the command line, if there is one. */
    public @Nullable Field positional() {
        return positional;
    }

    @Nullable
    Field named(String name) {
        return keys.get(name);
    }

    List<String> names() {
        return List.copyOf(keys.keySet());
    }

    String prefix() {
        return prefix;
    }

    public String variable(Field field) {
        return prefix + field.name().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    List<String> variables() {
        return keys.values().stream().map(this::variable).toList();
    }

    static boolean isFlag(Field field) {
        return field.component().getType() == boolean.class;
    }

    static boolean isList(Field field) {
        return field.component().getType() == List.class;
    }
}
