package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.schema.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The YAML file that --config names: a map of settings. */
final class SettingsFile {

    private SettingsFile() {}

    static Map<?, ?> read(String file, List<String> problems) {
        try {
            Object value = Yaml.read(Files.readAllBytes(Path.of(file)));
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            problems.add("The settings file " + file + " must hold lines like \"name: value\"");
        } catch (IOException | InvalidPathException e) {
            problems.add("The settings file " + file + " cannot be read");
        } catch (Yaml.NotYaml e) {
            problems.add("The settings file " + file + " is not valid YAML: " + e.getMessage());
        }
        return Map.of();
    }
}
