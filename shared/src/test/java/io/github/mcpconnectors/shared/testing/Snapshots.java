package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Committed copies of what clients see of each tool, so that a change shows in the diff of a commit. A missing or a left
 * over one fails; -Dsnapshots=update writes them.
 */
final class Snapshots {

    private static final Path FOLDER = Path.of("src/test/snapshots");

    private Snapshots() {}

    static void compare(List<Map<String, Object>> definitions) throws IOException {
        boolean update = "update".equals(System.getProperty("snapshots"));
        Map<String, String> expected = new TreeMap<>();
        definitions.forEach(tool -> expected.put(tool.get("name") + ".json", Json.pretty(sorted(tool)) + "\n"));
        if (update) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> snapshot : expected.entrySet()) {
                Files.writeString(FOLDER.resolve(snapshot.getKey()), snapshot.getValue());
            }
        }
        assertThat(files()).as("snapshots; -Dsnapshots=update writes them").isEqualTo(expected.keySet());
        for (Map.Entry<String, String> snapshot : expected.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(snapshot.getKey())))
                    .as("snapshot of %s", snapshot.getKey())
                    .isEqualTo(snapshot.getValue());
        }
    }

    private static Set<String> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** Keys in alphabetical order, except properties, whose order is part of what clients see. */
    private static Map<String, Object> sorted(Map<String, Object> definition) {
        return new TreeMap<>(definition);
    }
}
