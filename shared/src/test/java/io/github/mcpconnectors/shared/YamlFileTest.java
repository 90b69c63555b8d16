package io.github.mcpconnectors.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    record Shelf(List<Map<String, Object>> books) {}

    record Book(
            String title,
            @Nullable Integer pages,
            @Nullable String text,
            @Nullable Map<String, List<String>> notes) {}

    private static final String SHELF = """
            # comment
            books:
              - title: One
                pages: many

              - titel: Two
                notes:
                  first: [a, b]
                  second:
                    - c
                    - 5
              - title: Three
                text: |  # a block
                  first line
                  second line
              - {title: Four, text: "in quotes |", pages: [1]}
            """;

    @TempDir
    Path folder;

    @Test
    void tellsTheLineOfEachProblem() {
        YamlFile file = file(SHELF);
        List<Map<String, Object>> books = file.as(Shelf.class).orElseThrow().books();
        for (int i = 0; i < books.size(); i++) {
            file.at("books[" + i + "]", books.get(i), Book.class);
        }
        file.problemInText("books[2].text", 2, "Not so.");
        file.problemInText("books[3].text", 1, "Quoted.");
        file.problem("books[2].no.such[3].place", "Nowhere.");
        assertThat(file.where("books[1].notes.first")).isEqualTo(name() + ":8");
        assertThat(problems(file))
                .containsExactly(
                        "4: \"pages\" must be a whole number, but was \"many\".",
                        "6: \"titel\" is not known. Did you mean \"title\"? It takes: title, pages, text, notes.",
                        "6: \"title\" is missing; it must be a text.",
                        "11: \"notes.second[1]\" must be a text, but was 5.",
                        "12: Nowhere.",
                        "15: Not so.",
                        "16: \"pages\" must be a whole number, but was [1].",
                        "16: Quoted.");
    }

    @Test
    void isFineWithoutProblems() {
        YamlFile file = file("books: []");
        assertThat(file.as(Shelf.class)).contains(new Shelf(List.of()));
        file.requireNoProblem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "just words", "42", "", "books: 5", "books: [5]", "boks: []"})
    void refusesAnotherShape(String text) {
        YamlFile file = file(text);
        assertThat(file.as(Shelf.class)).isEmpty();
        assertThat(problems(file))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("1: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books: [",
                "books: []\nbooks: []",
                "books: [{title: a, title: b}]",
                "\tbooks: []",
                "? [a]\n: 1",
                "books: []\n---\nbooks: []",
                "books: \"\0\"",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: *nothing\n d"
            })
    void saysWhereTheFileIsNoYaml(String text) {
        assertThatThrownBy(() -> file(text))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The file " + name() + " is not valid YAML: ");
    }

    @Test
    void survivesWhatIsMadeToHurt() {
        for (String text : List.of("[".repeat(100_000), "{a: ".repeat(100_000), "a: ".repeat(100_000))) {
            assertThatThrownBy(() -> file(text)).isInstanceOf(StartException.class);
        }
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(file(laughs.toString()).as(Shelf.class)).isEmpty();
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> YamlFile.read(folder.resolve("none.yaml").toString()))
                .hasMessageEndingWith("none.yaml cannot be read");
        assertThatThrownBy(() -> YamlFile.read(folder.toString())).isInstanceOf(StartException.class);
        assertThatThrownBy(() -> YamlFile.read("a\0b")).isInstanceOf(StartException.class);
    }

    private List<String> problems(YamlFile file) {
        try {
            file.requireNoProblem();
            return List.of();
        } catch (StartException e) {
            assertThat(e.exitCode()).isEqualTo(2);
            return String.valueOf(e.getMessage())
                    .lines()
                    .map(line -> line.replace(name() + ":", ""))
                    .toList();
        }
    }

    private String name() {
        return folder.resolve("shelf.yaml").toString();
    }

    private YamlFile file(String text) {
        try {
            Files.writeString(Path.of(name()), text);
            return YamlFile.read(name());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
