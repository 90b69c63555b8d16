package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads settings from the command line, the environment and a YAML file, in this order of precedence. */
public final class SettingsReader {

    /** What was read, or the problems: if there are any, the records are null. */
    public record Result<S extends Record>(
            @Nullable S own,
            @Nullable CommonSettings common,
            @Nullable HttpSettings http,
            List<String> problems) {}

    /** A value and where it came from, for messages: --max-rows, MCP_X_MAX_ROWS, max-rows in the file. */
    private record Given(Object value, String source) {}

    private final SettingsModel model;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SettingsReader(SettingsModel model) {
        this.model = model;
    }

    public static <S extends Record> Result<S> read(
            SettingsModel model, Class<S> own, List<String> arguments, Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(model);
        reader.commandLine(arguments);
        reader.environment(environment);
        reader.file();
        S ownRead = reader.record(own);
        CommonSettings common = reader.record(CommonSettings.class);
        HttpSettings http = reader.record(HttpSettings.class);
        return new Result<>(ownRead, common, http, reader.problems);
    }

    private void commandLine(List<String> arguments) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> words = new Options(model, values, problems).split(arguments);
        Map<String, Given> place = new LinkedHashMap<>();
        values.forEach((name, texts) -> put(place, name, texts, "--" + name));
        Field positional = model.positional();
        if (positional != null) {
            put(place, positional.name(), words, "the arguments");
        } else if (!words.isEmpty()) {
            // Not quoted: it may be what follows a space in a secret, or a secret after a misspelt option.
            problems.add("Options begin with --; arguments that do not: " + words.size());
        }
        take(place);
    }

    private void environment(Map<String, String> environment) {
        Map<String, String> ours = new LinkedHashMap<>(environment);
        ours.keySet().removeIf(name -> !name.startsWith(model.prefix()));
        Map<String, Given> place = new LinkedHashMap<>();
        for (Field field : model.keys()) {
            String text = ours.remove(model.variable(field));
            if (text != null) {
                List<String> texts =
                        SettingsModel.isList(field) ? Arrays.asList(text.split("\\s*,\\s*")) : List.of(text);
                put(place, field.name(), texts, model.variable(field));
            }
        }
        take(place);
        for (String name : ours.keySet()) {
            problems.add("There is no variable " + name + "." + Nearest.hint(name, model.variables()));
        }
    }

    private void file() {
        if (!(value("config") instanceof String file)) {
            return;
        }
        Map<?, ?> values = SettingsFile.read(file, problems);
        Map<String, Given> place = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (model.named(name) == null || name.equals("config")) {
                problems.add(
                        "There is no setting \"" + name + "\" (in " + file + ")." + Nearest.hint(name, model.names()));
            } else if (value != null && !(value instanceof String text && unset(text))) {
                place.put(name, new Given(value, name + " in " + file));
            }
        });
        take(place);
    }

    /** What one place gives, where no place before has; a secret in one of its two forms. */
    private void take(Map<String, Given> place) {
        for (Field secret : model.secrets()) {
            Given text = place.get(secret.name());
            Given file = place.remove(SettingsModel.fileOf(secret).name());
            if (file != null && text != null) {
                problems.add(text.source() + " and " + file.source() + " are both given; give one of them");
            } else if (file != null) {
                place.put(secret.name(), new Given(new SecretFile(String.valueOf(file.value())), file.source()));
            }
        }
        place.forEach(given::putIfAbsent);
    }

    /** A place that is named twice keeps the value of higher precedence; what is as good as not given stays unset. */
    private void put(Map<String, Given> place, String name, List<String> texts, String source) {
        List<String> kept = texts.stream().filter(text -> !unset(text)).toList();
        Field field = model.named(name);
        if (kept.isEmpty() || field == null) {
            return;
        }
        if (SettingsModel.isList(field)) {
            place.putIfAbsent(name, new Given(kept, source));
        } else if (kept.size() > 1) {
            problems.add(source + " is given " + kept.size() + " times; give it once");
        } else {
            place.putIfAbsent(name, new Given(RecordReader.parse(field, kept.get(0)), source));
        }
    }

    /** Hosts pass on an optional field that was left empty as it stands in the manifest: ${user_config.x}. */
    private static boolean unset(String text) {
        return text.isBlank() || text.matches("\\$\\{[^}]+}");
    }

    private @Nullable Object value(String name) {
        Given found = given.get(name);
        if (found != null && found.value() instanceof SecretFile file) {
            return file.read(found.source(), problems);
        }
        return found == null ? null : found.value();
    }

    private <R extends Record> @Nullable R record(Class<R> type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : Field.of(type, Naming.KEBAB)) {
            Object value = value(field.name());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        List<Problem> found = new ArrayList<>();
        R read = RecordReader.read(type, values, Naming.KEBAB, found);
        for (Problem problem : found) {
            Given where = given.get(problem.path());
            problems.add(where == null ? problem.sentence() : where.source() + ": " + problem.sentence());
        }
        return problems.isEmpty() ? read : null;
    }
}
