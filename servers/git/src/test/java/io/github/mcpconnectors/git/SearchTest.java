package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest extends ServedRepository {

    private void files() {
        repository
                .file("a.txt", "one\ntwo foo\nthree\nfour\nfive Foo\nsix\nseven\nno end foo")
                .file("src/b.c", "int foo(void);\n\n\nint bar(int foo) {\n}\n")
                .file("src/deep/c.c", "\tfoo\r\n\u00fcber foo\n")
                .file("empty", "")
                .file("binary", new byte[] {'f', 'o', 'o', 0, '\n'})
                .commit("Files");
    }

    private String grep(String... arguments) {
        List<String> all = new ArrayList<>(List.of("grep", "-n", "-I", "--cached"));
        all.addAll(List.of(arguments));
        return GitProgram.in(repository.folder())
                        .run(all.toArray(String[]::new))
                        .replace("\r", "") + "\n";
    }

    private String found(@Nullable Object... arguments) {
        return String.valueOf(ok("git_search", arguments).structured().get("content"));
    }

    @Test
    void findsTheLinesThatTheGitProgramFinds() {
        files();
        assertThat(found("query", "foo")).isEqualTo(grep("-F", "foo"));
        assertThat(found("query", "foo(")).isEqualTo(grep("-F", "foo("));
        assertThat(found("query", "FOO", "ignore_case", true)).isEqualTo(grep("-i", "-F", "FOO"));
        assertThat(found("query", "foo", "revision", ":")).isEqualTo(grep("-F", "foo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^t", "o{2}$", "fo+|bar", "[^x]*", "^$", "$", "e\\b", "int.*\\(", "\\s+foo", "(foo|six)"})
    void findsWhatARegularExpressionMatches(String regex) {
        files();
        assertThat(found("query", regex, "regex", true)).isEqualTo(grep("-P", regex));
    }

    @Test
    void showsTheLinesAroundAsTheGitProgramDoes() {
        files();
        for (int context = 1; context < 4; context++) {
            assertThat(found("query", "foo", "context", context)).isEqualTo(grep("-C" + context, "foo"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.c", "src/*.c", "src", "src/deep/", "a.txt", "s?c/*", "[as]*", "src/b.c"})
    void looksWhereAPathspecSays(String path) {
        files();
        assertThat(found("query", "foo", "path", path)).isEqualTo(grep("-F", "foo", "--", path));
    }

    @Test
    void twoStarsAreAnyDirectoriesOrNone() {
        files();
        assertThat(found("query", "foo", "path", "**/a.txt")).startsWith("a.txt:2:");
        assertThat(found("query", "foo", "path", "src/**/b.c")).startsWith("src/b.c:1:");
    }

    @Test
    void looksIntoOlderCommits() {
        files();
        repository.file("a.txt", "gone\n").commit("Second");
        assertThat(found("query", "six")).isEqualTo("No matches found");
        assertThat(found("query", "six", "revision", "HEAD~1")).isEqualTo("a.txt:6:six\n");
    }

    @Test
    void findsTextInOtherEncodings() {
        repository
                .file("latin", "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .commit("Latin");
        assertThat(found("query", "caf\u00e9")).isEqualTo("latin:1:caf\u00e9\n");
    }

    @Test
    void goesOnWhereAPageEnded() {
        repository
                .file("a.txt", "foo\n".repeat(150))
                .file("b.txt", "foo\n".repeat(330))
                .file("c.txt", "foo\n")
                .commit("Many");
        StringBuilder all = new StringBuilder();
        @Nullable Object cursor = null;
        int pages = 0;
        do {
            var page = cursor == null
                    ? ok("git_search", "query", "foo")
                    : ok("git_search", "query", "foo", "cursor", cursor);
            all.append(page.structured().get("content"));
            cursor = page.structured().get("nextCursor");
            assertThat(page.structured()).containsEntry("truncated", cursor != null);
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(3);
        assertThat(all.toString()).isEqualTo(grep("foo"));
    }

    @Test
    void aFullPageThatIsTheLastSaysSo() {
        repository.file("a.txt", "foo\n".repeat(200)).commit("Exact");
        assertThat(ok("git_search", "query", "foo").structured())
                .containsEntry("truncated", false)
                .doesNotContainKey("nextCursor");
    }

    @Test
    void ofALongLineItShowsWhatIsAroundTheMatch() {
        repository
                .file("min.js", "x".repeat(50_000) + "needle" + "y".repeat(50_000))
                .commit("Minified");
        assertThat(found("query", "needle")).contains("xneedley", "\u2026").hasSizeLessThan(600);
    }

    /** CVE-2025-53109: neither what a link leads to nor where it leads is searched, as in git grep. */
    @Test
    void linksAndSubmodulesAreNotSearched() {
        new RawTree()
                .add("link", FileMode.SYMLINK, "/etc/passwd")
                .add("sub", FileMode.GITLINK, "")
                .commit(repository);
        assertThat(found("query", "root")).isEqualTo("No matches found");
        assertThat(found("query", "passwd")).isEqualTo("No matches found");
    }

    /** Such an expression would take minutes elsewhere, and memory without end. */
    @Test
    void expressionsThatWouldRunForeverAreNoTrouble() {
        repository.file("a.txt", "a".repeat(50_000) + "\n").commit("As");
        assertThat(found("query", "(.*a){14}b", "regex", true)).isEqualTo("No matches found");
        assertThat(refused("git_search", "query", "((a{100}){100}){100}", "regex", true))
                .contains("repeats too much");
        assertThat(refused("git_search", "query", "(?=a)", "regex", true)).contains("RE2");
    }

    @Test
    void saysWhatCannotBeLookedFor() {
        files();
        assertThat(refused("git_search", "query", "")).contains("1 to 2000");
        assertThat(refused("git_search", "query", "a", "context", 21)).contains("0 to 20");
        assertThat(refused("git_search", "query", "a\nb")).contains("line break");
        assertThat(refused("git_search", "query", "a", "path", "srcs")).contains("Did you mean \"src\"?");
        assertThat(refused("git_search", "query", "a", "cursor", "x")).contains("cursor");
    }
}
