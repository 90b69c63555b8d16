package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What git_log says, beside what the git program says of the same history. */
class LogToolTest extends ServedRepository {

    private GitProgram git;

    @BeforeEach
    void history() {
        git = GitProgram.in(repository.folder());
        commit(1, "one.txt", "First: it's \"quoted\"\n\nA body\nof two lines\n");
        git.run("branch", "side");
        git.run("tag", "light");
        commit(2, "two.txt", "Second");
        git.at(1_700_000_180).run("tag", "-a", "-m", "annotated", "v1.0");
        git.run("checkout", "-q", "side");
        commit(3, "side.txt", "Side \u00fc\n\n\nbody after two blank lines\n");
        git.run("checkout", "-q", "main");
        git.at(1_700_000_240).run("merge", "-q", "--no-edit", "side");
        git.run("mv", "one.txt", "moved.txt");
        commit(5, "other.txt", "Move");
        git.run("update-ref", "refs/remotes/origin/main", "HEAD~1");
        git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    }

    private void commit(int minute, String file, String message) {
        repository.file(file, file + minute + "\n".repeat(minute));
        git.at(1_700_000_000 + 60L * minute).run("add", "-A");
        git.run("commit", "-q", "-m", message);
    }

    private List<?> commits(Object... arguments) {
        return (List<?>) ok("git_log", arguments).structured().get("commits");
    }

    private List<String> each(String field, Object... arguments) {
        return commits(arguments).stream()
                .map(commit -> String.valueOf(((Map<?, ?>) commit).get(field)))
                .toList();
    }

    private List<String> theirs(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "log";
        all[1] = "--format=%H";
        return git.run(all).lines().toList();
    }

    /** Issue 4469 of the reference server: one form, with dates and without (its pull request 4658). */
    @Test
    void isWordedAsTheReferenceServerWithDatesAndWithout() {
        String log = git.run(
                "log",
                "--date=format:%Y-%m-%d %H:%M:%S+00:00",
                "--format=Commit: %H%nAuthor: %an%nDate: %ad%nMessage: %B%n");
        String expected = "Commit history:\n" + log;
        assertThat(ok("git_log").text() + "\n").isEqualTo(expected + "\n");
        assertThat(ok("git_log", "start_timestamp", "2023-01-01", "end_timestamp", "2024-01-01")
                        .text())
                .isEqualTo(ok("git_log").text());
    }

    @Test
    void namesLeadToCommitsAsDecoratedByGit() {
        List<String> theirs = git.run("log", "--format=[%D]").lines().toList();
        assertThat(each("refs")).isEqualTo(theirs).contains("[tag: light]", "[tag: v1.0]");
        git.run("checkout", "-q", "--detach");
        assertThat(each("refs"))
                .isEqualTo(git.run("log", "--format=[%D]").lines().toList())
                .contains("[HEAD, main]");
    }

    @Test
    void subjectsAndBodiesArePartedAsByGit() {
        assertThat(each("subject"))
                .isEqualTo(git.run("log", "--format=%s").lines().toList());
        assertThat(each("body")).contains("A body\nof two lines", "body after two blank lines", "");
        assertThat(each("parents").get(1)).contains(git.run("rev-parse", "side"), git.run("rev-parse", "v1.0^{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "main,main",
        "side..main,side..main",
        "light...side,light...side",
        "v1.0,v1.0",
        "^light main,main ^light"
    })
    void rangesAreListedAsByGit(String ours, String theirs) {
        assertThat(each("sha", "revision", ours)).isEqualTo(theirs(theirs.split(" ", -1)));
    }

    @Test
    void filtersAreThoseOfGit() {
        assertThat(each("sha", "author", "Ann <ann@", "grep", "^S")).isEqualTo(theirs("--grep=^S"));
        assertThat(each("sha", "paths", List.of("side.txt", "two.txt"))).isEqualTo(theirs("--", "side.txt", "two.txt"));
        assertThat(each("sha", "since", "2023-11-14T22:15:00Z", "until", "2023-11-14T22:16:30Z"))
                .isEqualTo(theirs("--since=2023-11-14T22:15:00Z", "--until=2023-11-14T22:16:30Z"))
                .isEqualTo(each(
                        "sha", "start_timestamp", "2023-11-14T22:15:00Z", "end_timestamp", "2023-11-14T22:16:30Z"));
        assertThat(each("path", "paths", List.of("moved.txt"), "follow", true)).containsExactly("moved.txt", "one.txt");
    }

    @Test
    void aFilterThatLeavesNothingIsSaidToDoSo() {
        var none = ok("git_log", "grep", "no such message");
        assertThat(none.text()).startsWith("Commit history:\n").contains("No commit matches");
        assertThat(ok("git_log").text()).doesNotContain("No commit matches");
    }

    @Test
    void anEmptyDateIsNoneAsInTheReference() {
        assertThat(ok("git_log", "start_timestamp", "", "end_timestamp", "").text())
                .isEqualTo(ok("git_log").text());
    }

    @Test
    void argumentsThatContradictAreRefused() {
        assertThat(refused("git_log", "since", "yesterday", "start_timestamp", "yesterday"))
                .contains("one of the two");
        assertThat(refused("git_log", "follow", true)).contains("Name one path");
        assertThat(refused("git_log", "paths", List.of("../x"))).contains("cannot leave it");
        assertThat(refused("git_log", "grep", "(")).contains("not a regular expression");
    }

    @Test
    void aLongLogEndsWhereTheNextPageBegins() {
        commit(6, "long.txt", "Long\n\n" + "x".repeat(15_000));
        for (int i = 0; i < 9; i++) {
            git.run("commit", "-q", "--allow-empty", "-m", "Long " + i + "\n\n" + "y".repeat(15_000));
        }
        List<String> joined = new java.util.ArrayList<>();
        Object next = 0;
        while (next != null) {
            var page = ok("git_log", "max_count", 1_000, "skip", next);
            assertThat(page.text().length()).isLessThan(121_000);
            ((List<?>) page.structured().get("commits"))
                    .forEach(commit -> joined.add(String.valueOf(((Map<?, ?>) commit).get("sha"))));
            next = page.structured().get("nextSkip");
        }
        assertThat(joined).isEqualTo(theirs());
    }
}
