package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What git_blame says beside git blame, line by line. */
class BlameAgreesTest extends ServedRepository {

    private GitProgram git;
    private int minutes;

    private void begin() {
        git = GitProgram.in(repository.folder());
        minutes = 0;
    }

    private void commit(String message) {
        minutes++;
        git.at(1_700_000_000L + minutes * 60L).run("add", "-A");
        git.run("commit", "-q", "--allow-empty", "-m", message);
    }

    /** Commit, older line, line and older name for each line. */
    private List<String> gitSays(String... arguments) {
        List<String> all = new ArrayList<>(List.of("blame", "--line-porcelain"));
        all.addAll(List.of(arguments));
        List<String> says = new ArrayList<>();
        String head = "";
        for (String line : git.run(all.toArray(String[]::new)).split("\n", -1)) {
            if (line.matches("[0-9a-f]{40} \\d+ \\d+.*")) {
                head = line.replaceFirst("^(\\S+ \\S+ \\S+).*", "$1");
            } else if (line.startsWith("filename ")) {
                says.add(head + " " + line.substring(9));
            }
        }
        return says;
    }

    private List<String> weSay(@Nullable Object... arguments) {
        List<String> says = new ArrayList<>();
        for (Object each : (List<?>) ok("git_blame", arguments).structured().get("hunks")) {
            Map<?, ?> hunk = (Map<?, ?>) each;
            for (int i = 0; i < (Integer) hunk.get("lines"); i++) {
                says.add(hunk.get("sha") + " " + ((Integer) hunk.get("originalLine") + i) + " "
                        + ((Integer) hunk.get("line") + i) + " " + hunk.get("path"));
            }
        }
        return says;
    }

    private final class Story {

        private final Random random;
        private final List<String> lines = new ArrayList<>();
        private String name = "file.txt";

        Story(long seed) {
            this.random = new Random(seed);
            for (int i = 0; i < 40; i++) {
                lines.add(line());
            }
            write("Start");
        }

        /** Some lines are alike, as braces and blanks are. */
        private String line() {
            return switch (random.nextInt(6)) {
                case 0 -> "}";
                case 1 -> "";
                case 2 -> "    return \u00fcber;\r";
                default -> "line " + random.nextInt(1_000);
            };
        }

        void write(String message) {
            boolean latin = random.nextInt(8) == 0;
            repository.file(
                    name,
                    String.join("\n", lines)
                            .concat(random.nextBoolean() ? "\n" : "")
                            .getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            commit(message);
        }

        void edit() {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.set(at, "  " + lines.get(at));
                    default -> lines.add(at, line());
                }
            }
            write("Edit");
        }

        void rename() {
            String old = name;
            name = "dir" + random.nextInt(1_000) + "/file" + random.nextInt(1_000) + ".txt";
            repository.file("other" + random.nextInt(1_000), "other\n");
            repository.file(name, "");
            git.run("rm", "-q", "--cached", old);
            repository.folder().resolve(old).toFile().delete();
            if (random.nextBoolean()) {
                lines.add(random.nextInt(lines.size()), "renamed " + name);
            }
            write("Rename");
        }

        void merge() {
            git.run("checkout", "-q", "-B", "side");
            List<String> before = List.copyOf(lines);
            for (int i = random.nextInt(3); i >= 0; i--) {
                edit();
            }
            git.run("checkout", "-q", "main");
            lines.clear();
            lines.addAll(before);
            for (int i = random.nextInt(3); i >= 0; i--) {
                edit();
            }
            minutes++;
            git.at(1_700_000_000L + minutes * 60L);
            git.run("merge", "-q", "--no-edit", "-X", random.nextBoolean() ? "ours" : "theirs", "side");
            lines.clear();
            lines.addAll(List.of(git.run("show", "HEAD:" + name).split("\n", -1)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesOnHistoriesWithMergesAndRenames(long seed) {
        begin();
        Story story = new Story(seed);
        for (int i = 0; i < 12; i++) {
            switch (story.random.nextInt(5)) {
                case 0 -> story.rename();
                case 1 -> story.merge();
                default -> story.edit();
            }
        }
        String name = story.name;
        assertThat(weSay("path", name)).isEqualTo(gitSays("HEAD", "--", name));
        assertThat(weSay("path", name, "ignore_whitespace", true)).isEqualTo(gitSays("-w", "HEAD", "--", name));
        assertThat(weSay("path", name, "start_line", 5, "end_line", 12))
                .isEqualTo(gitSays("-L5,12", "HEAD", "--", name));
        assertThat(weSay("path", name, "follow", false)).isEqualTo(gitSays("--no-follow", "HEAD", "--", name));
    }
}
