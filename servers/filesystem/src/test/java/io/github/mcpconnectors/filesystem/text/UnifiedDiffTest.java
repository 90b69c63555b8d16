package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected texts were made with the reference server. */
class UnifiedDiffTest {

    @Test
    void hasTheFormatOfTheReference() {
        UnifiedDiff diff = UnifiedDiff.ofEdit("/d/f.txt", "a\nb\nc\n", "a\nB\nc\n");
        assertThat(diff.fenced()).isEqualTo("""
                        ```diff
                        Index: /d/f.txt
                        ===================================================================
                        --- /d/f.txt\toriginal
                        +++ /d/f.txt\tmodified
                        @@ -1,3 +1,3 @@
                         a
                        -b
                        +B
                         c
                        ```

                        """);
        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void saysWhereThereIsNoNewlineAtTheEnd() {
        assertThat(UnifiedDiff.ofEdit("f", "a\nb", "a\nc\n").text())
                .endsWith("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n");
    }

    @Test
    void countsNothingFromTheLineBefore() {
        assertThat(UnifiedDiff.ofEdit("f", "", "a\n").text()).endsWith("@@ -0,0 +1,1 @@\n+a\n");
        assertThat(UnifiedDiff.ofEdit("f", "a\n", "").text()).endsWith("@@ -1,1 +0,0 @@\n-a\n");
    }

    @Test
    void joinsHunksWhoseContextMeets() {
        String original = numbers(0, 30);
        String near = original.replace("\n5\n", "\nx\n").replace("\n14\n", "\ny\n");
        String far = original.replace("\n5\n", "\nx\n").replace("\n15\n", "\ny\n");
        assertThat(UnifiedDiff.ofEdit("f", original, near).text().split("@@ -", -1))
                .hasSize(2);
        assertThat(UnifiedDiff.ofEdit("f", original, far).text())
                .contains("@@ -2,9 +2,9 @@")
                .contains("@@ -12,9 +12,9 @@");
    }

    @Test
    void theFenceIsLongerThanAnyInTheText() {
        assertThat(UnifiedDiff.ofEdit("f", "", "````\n").fenced())
                .startsWith("`````diff\n")
                .endsWith("`````\n\n");
    }

    @Test
    void equalTextsHaveAHeaderOnly() {
        UnifiedDiff diff = UnifiedDiff.ofEdit("f", "a\r\n", "a\n");
        assertThat(diff.text()).endsWith("+++ f\tmodified\n");
        assertThat(diff.added() + diff.removed()).isZero();
    }

    @Test
    void twoFilesHaveNoIndexLineAndAsMuchContextAsAsked() {
        UnifiedDiff.Side before = new UnifiedDiff.Side("a", null, "1\n2\n3\n");
        UnifiedDiff.Side after = new UnifiedDiff.Side("b", null, "1\nx\n3\n");
        assertThat(UnifiedDiff.between(before, after, 0).text())
                .isEqualTo("=".repeat(67) + "\n--- a\n+++ b\n@@ -2,1 +2,1 @@\n-2\n+x\n");
    }

    @Test
    void entirelyDifferentBigTextsEndSoonAndSayWhatIsMissing() {
        UnifiedDiff diff = UnifiedDiff.ofEdit("f", numbers(0, 100_000), numbers(200_000, 300_000));
        assertThat(diff.truncated()).isTrue();
        assertThat(diff.approximate()).isTrue();
        assertThat(diff.removed()).isEqualTo(100_000);
        assertThat(diff.text().length()).isLessThan(UnifiedDiff.MAX_CHARS + 100);
    }

    @Test
    void aLongRunOfNewLinesIsExact() {
        UnifiedDiff diff = UnifiedDiff.ofEdit("f", numbers(0, 10), numbers(0, 5000));
        assertThat(diff.approximate()).isFalse();
        assertThat(diff.added()).isEqualTo(4990);
    }

    @Test
    void manySmallChangesInABigTextAreFoundOneByOne() {
        String original = numbers(0, 60_000);
        String modified = original.replace("5\n", "five\n");
        UnifiedDiff diff = UnifiedDiff.ofEdit("f", original, modified);
        assertThat(diff.approximate()).isFalse();
        assertThat(diff.added()).isEqualTo(6000);
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
