package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.schema.Field;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Splits a command line: --name value, --name=value, --flag, and bare words; after -- all words are bare. */
final class Options {

    private final SettingsModel model;
    private final Map<String, List<String>> values;
    private final List<String> problems;

    Options(SettingsModel model, Map<String, List<String>> values, List<String> problems) {
        this.model = model;
        this.values = values;
        this.problems = problems;
    }

    /** Puts the options into the map and returns the bare words. */
    List<String> split(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--")) {
                rest.forEachRemaining(words::add);
            } else if (argument.startsWith("-") && argument.length() > 1) {
                option(argument, rest);
            } else {
                words.add(argument);
            }
        }
        return words;
    }

    private void option(String argument, Iterator<String> rest) {
        String[] parts = argument.split("=", 2);
        String name = parts[0].startsWith("--") ? parts[0].substring(2) : parts[0];
        Field field = model.named(name);
        if (field == null) {
            List<String> options =
                    model.names().stream().map(known -> "--" + known).toList();
            problems.add("There is no option " + parts[0] + "." + Nearest.hint(parts[0], options) + " See --help.");
        } else if (parts.length == 2) {
            add(field, parts[1]);
        } else if (SettingsModel.isFlag(field)) {
            add(field, "true");
        } else if (rest.hasNext()) {
            add(field, rest.next());
        } else {
            problems.add(argument + " needs a value");
        }
    }

    private void add(Field field, String text) {
        List<String> texts = values.computeIfAbsent(field.name(), name -> new ArrayList<>());
        if (SettingsModel.isList(field)) {
            texts.addAll(List.of(text.split("\\s*,\\s*")));
        } else {
            texts.add(text);
        }
    }
}
