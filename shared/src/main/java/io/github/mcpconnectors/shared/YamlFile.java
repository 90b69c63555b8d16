package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A YAML file that a person wrote, read piece by piece as records whose keys are spelled as their components. What is wrong
 * is collected, and told all at once with file and line. A place in it is a path such as {@code tools[0].name}.
 */
public final class YamlFile {

    private static final int WRONG = 2;

    private record Found(int line, String sentence) {}

    private final String file;
    private final Yaml.Document document;
    private final List<Found> found = new ArrayList<>();

    private YamlFile(String file, Yaml.Document document) {
        this.file = file;
        this.document = document;
    }

    /** The file has to be there, and be YAML. */
    public static YamlFile read(String file) {
        try {
            return new YamlFile(file, Yaml.document(Files.readAllBytes(Path.of(file))));
        } catch (IOException | InvalidPathException e) {
            throw new StartException(WRONG, "The file " + file + " cannot be read");
        } catch (Yaml.NotYaml e) {
            throw new StartException(WRONG, "The file " + file + " is not valid YAML: " + e.getMessage());
        }
    }

    /** The whole file. */
    public <R extends Record> Optional<R> as(Class<R> type) {
        if (document.content() instanceof Map<?, ?> map) {
            return at("", map, type);
        }
        problem("", "The file must hold lines like \"name: value\".");
        return Optional.empty();
    }

    /** The part of the file at this place, which holds these values; empty after what is wrong there was noted. */
    @SuppressWarnings("unchecked") // a key that is no text becomes one when the file is read
    public <R extends Record> Optional<R> at(String path, Map<?, ?> values, Class<R> type) {
        List<RecordReader.Problem> problems = new ArrayList<>();
        R read = RecordReader.read(type, (Map<String, ?>) values, Naming.AS_SPELLED, problems);
        problems.forEach(problem -> problem(path + (path.isEmpty() ? "" : ".") + problem.path(), problem.sentence()));
        return Optional.ofNullable(read);
    }

    /** Notes what is wrong at this place. */
    public void problem(String path, String sentence) {
        found.add(new Found(document.line(path), sentence));
    }

    /** Notes what is wrong in this line, from 1, of the text at this place. */
    public void problemInText(String path, int line, String sentence) {
        found.add(new Found(document.textLine(path) + line - 1, sentence));
    }

    /** Tells all that was noted, if anything was. */
    public void requireNoProblem() {
        if (!found.isEmpty()) {
            throw new StartException(
                    WRONG,
                    found.stream()
                            .sorted(Comparator.comparingInt(Found::line))
                            .map(problem -> place(problem.line()) + problem.sentence())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** Such as {@code tools.yaml:12}. */
    public String where(String path) {
        return file + ":" + document.line(path);
    }

    private String place(int line) {
        return file + ":" + line + ": ";
    }
}
