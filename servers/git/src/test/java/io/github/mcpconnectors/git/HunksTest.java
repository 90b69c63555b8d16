package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where hunks begin and end, which is a matter of taste: git's. */
class HunksTest extends ServedRepository {

    /** Lines only come or only go, so there is mostly one shortest list of changes, but many places to show each in. */
    @Test
    void beginAndEndWhereGitsDo() {
        List<List<String>> texts = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            List<String> text = code(new Random(seed));
            texts.add(text);
            repository.file("f" + seed, String.join("", text));
        }
        repository.commit("First");
        for (int seed = 0; seed < 60; seed++) {
            repository.file("f" + seed, String.join("", changed(texts.get(seed), new Random(seed), seed % 2 == 0)));
        }
        List<String> ours = files(ok("git_diff_unstaged").text());
        List<String> gits = files(GitProgram.in(repository.folder()).run("diff"));
        assertThat(ours).hasSize(60);
        assertThat(ours.stream().filter(gits::contains)).as("files as in git").hasSizeGreaterThanOrEqualTo(58);
    }

    private static List<String> files(String diff) {
        return Pattern.compile("(?m)^(?=diff --git )")
                .splitAsStream(diff)
                .filter(file -> file.startsWith("diff"))
                .map(String::strip)
                .toList();
    }

    /** Two large files with nothing in common took the shortest way minutes. */
    @Test
    void areFoundInTimeWhereEverythingChanged() {
        String before =
                IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "\n}\n").collect(Collectors.joining());
        repository.file("large", before).commit("First");
        repository.file("large", before.replace('a', 'b'));
        long start = System.nanoTime();
        assertThatCode(() -> ok("git_diff_unstaged", "format", "stat")).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static List<String> code(Random random) {
        List<String> lines = new ArrayList<>(List.of("class A {\n"));
        for (int i = 0; i < 12; i++) {
            lines.addAll(method(random));
        }
        lines.add("}\n");
        return lines;
    }

    private static List<String> method(Random random) {
        List<String> lines = new ArrayList<>();
        if (random.nextBoolean()) {
            lines.add("\n");
        }
        if (random.nextBoolean()) {
            lines.add("    @Test\n");
        }
        lines.add("    void m" + random.nextInt(4) + "() {\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.add(random.nextBoolean() ? "\tcall();\n" : "        call(" + random.nextInt(3) + ");\n");
        }
        lines.add("    }\n");
        return lines;
    }

    private static List<String> changed(List<String> text, Random random, boolean grow) {
        List<String> lines = new ArrayList<>(text);
        for (int i = 0; i < 3; i++) {
            int at = 1 + random.nextInt(lines.size() - 8);
            if (grow) {
                lines.addAll(at, method(random));
            } else {
                lines.subList(at, at + 1 + random.nextInt(6)).clear();
            }
        }
        return lines;
    }
}
