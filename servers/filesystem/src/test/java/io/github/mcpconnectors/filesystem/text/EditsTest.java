package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {

    @Test
    void replacesTextThatOccursOnce() {
        assertThat(apply("line1\nline2\nline3\n", "line2", "modified line2"))
                .isEqualTo("line1\nmodified line2\nline3\n");
    }

    @Test
    void aFileWithCrlfKeepsItEverywhere() {
        assertThat(apply("a\r\nb\r\nc\r\n", "b", "B\nb2")).isEqualTo("a\r\nB\r\nb2\r\nc\r\n");
        assertThat(apply("a\r\nb\r\nc\r\n", "a\nb\n", "a\nx\nb\n")).isEqualTo("a\r\nx\r\nb\r\nc\r\n");
        assertThat(apply("a\r\nb\r\n", "b\r\n", "c\r\n")).isEqualTo("a\r\nc\r\n");
        assertThat(apply("a\nb\n", "b", "c\r\nd")).isEqualTo("a\nc\nd\n");
    }

    @Test
    void aMixedFileKeepsEveryUntouchedLineAsItIs() {
        assertThat(apply("a\r\nb\nc\r\nd\n", "b", "B")).isEqualTo("a\r\nB\nc\r\nd\n");
        assertThat(apply("a\r\nb\nc\r\nd\n", "a\nb\nc\nd", "a\nb\nx\nc\nd")).isEqualTo("a\r\nb\nx\r\nc\r\nd\n");
        assertThat(apply("a\r\nb\nc\r\nd\n", "b\nc", "B\nC")).isEqualTo("a\r\nB\nC\r\nd\n");
        assertThat(apply("a\r\nb\nc\r\nd\n", "b\nc\n", "")).isEqualTo("a\r\nd\n");
    }

    @Test
    void aLastLineWithoutNewlineStaysSo() {
        assertThat(apply("a\r\nb", "b", "c\nd")).isEqualTo("a\r\nc\r\nd");
        assertThat(apply("a", "a", "b")).isEqualTo("b");
    }

    @Test
    void twoMatchesAreRefusedWithTheirLinesAndNotSilentlyTheFirstChanged() {
        assertThatThrownBy(() -> apply("x\na\nx\na\n", "a", "b"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("2 times, in lines 2, 4");
        assertThatThrownBy(() -> apply("aaa", "aa", "b")).hasMessageContaining("2 times");
        assertThatThrownBy(() -> apply("  a b\n\ta b\n", "a b ", "c")).hasMessageContaining("lines 1, 2");
    }

    @Test
    void replacesEverywhereWhenAsked() {
        Edits.Result result = Edits.apply("a\r\nb\na\r\n", List.of(new Edit("a\n", "x\ny\n", true)));
        assertThat(result.text()).isEqualTo("x\r\ny\r\nb\nx\r\ny\r\n");
        assertThat(result.replacements()).isEqualTo(2);
        assertThat(Edits.apply("aaaa", List.of(new Edit("aa", "b", true))).text())
                .isEqualTo("bb");
        assertThat(Edits.apply(" f()\n  f()\n", List.of(new Edit("f() ", "g()", true)))
                        .text())
                .isEqualTo(" g()\n  g()\n");
    }

    @Test
    void replacesManyInABigText() {
        String big = "ab\r\n".repeat(300_000);
        Edits.Result result = Edits.apply(big, List.of(new Edit("b", "c\nd", true)));
        assertThat(result.text()).isEqualTo("ac\r\nd\r\n".repeat(300_000));
    }

    @Test
    void dollarSignsInTheNewTextMeanThemselves() {
        assertThat(apply("line2\n", "line2", "$$ $& $` $' $1 \\1")).isEqualTo("$$ $& $` $' $1 \\1\n");
    }

    @Test
    void findsLinesWhoseIndentationWasGivenWrongAndKeepsTheirs() {
        assertThat(apply("    if x:\n        y()\n    z()\n", "if x:\n    y()", "if x:\n    y(1)\n    w()"))
                .isEqualTo("    if x:\n        y(1)\n        w()\n    z()\n");
        assertThat(apply("  a\n    line2\n", "line2 ", "modified line2")).isEqualTo("  a\n    modified line2\n");
        assertThat(apply("\tfoo\n\tbar\n", "foo\nbar ", "foo2\nbar2\nbaz")).isEqualTo("\tfoo2\n\tbar2\n\tbaz\n");
        assertThat(apply("      a\n    b\n", "  a\nb ", "  a\nb\nc")).isEqualTo("      a\n    b\n    c\n");
        assertThat(apply("a:\n  b\n", "    a:\n      b", "    a:\n      c\n\n    d"))
                .isEqualTo("a:\n  c\n\nd\n");
        assertThat(apply("\tif x:\r\n\t\ty()\r\n", "if x:\n\ty()", "if x:\n\t\ty()\nz()"))
                .isEqualTo("\tif x:\r\n\t\t\ty()\r\n\tz()\r\n");
        assertThat(apply("  a\n\t\n  b\n", "a\n\nb", "a\n\nc")).isEqualTo("  a\n\n  c\n");
        assertThat(apply("\t/**\n\t * a\n\t */\n", "/**\n * a\n */", "/**\n * a\n * b\n */"))
                .isEqualTo("\t/**\n\t * a\n\t * b\n\t */\n");
    }

    @Test
    void refusesLinesWhoseIndentationDiffersInMoreThanOneWayAndShowsThem() {
        assertThatThrownBy(() -> apply("x\n\tif x:\n\t\ty = 1\n        z = 2\n", "if x:\n    y = 1", "if x:\n\ty = 2"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("matches lines 2-3 except for white space")
                .hasMessageContaining("indentation of oldText")
                .hasMessageEndingWith(":\n\tif x:\n\t\ty = 1");
        assertThatThrownBy(() -> apply("\ta\n", "    a ", "  a")).hasMessageEndingWith(":\n\ta");
        assertThatThrownBy(() -> apply("  a\n  b\n", "a\n  b ", "c")).hasMessageContaining("lines 1-2");
        assertThatThrownBy(() -> apply("  a\n\ta\n", "a ", "b")).hasMessageContaining("2 times, in lines 1, 2");
    }

    @Test
    void refusesNewLinesThatCannotBeMovedToTheIndentationOfTheFile() {
        assertThatThrownBy(
                        () -> apply("def g():\n    return 3\n", "  def g():\n      return 3", "def g():\n    return 4"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("indentation of newText")
                .hasMessageEndingWith(":\ndef g():\n    return 3");
        assertThatThrownBy(() -> apply("\ty()\n", "y() ", "if x:\n    y()")).hasMessageEndingWith(":\n\ty()");
    }

    @Test
    void quotesNoMoreThanAPageOfTheLinesItRefuses() {
        String text = "\ta\n".repeat(10_000);
        assertThatThrownBy(() -> apply(text, " a\n".repeat(10_000), "b"))
                .hasMessageContaining("lines 1-10000 except for white space")
                .hasMessageContaining("read the rest")
                .message()
                .hasSizeLessThan(5000);
    }

    @Test
    void looseLinesKeepTheNewlineBehindThem() {
        assertThat(apply("x\n  a\ny\n", "a \n", "b\n")).isEqualTo("x\n  b\ny\n");
        assertThat(apply("x\n  a\ny\n", "a \n", "")).isEqualTo("x\ny\n");
        assertThat(apply("x\n  a", "a \n", "b\n")).isEqualTo("x\n  b");
        assertThat(apply("x\n  a\ny\n", "a \n", "b")).isEqualTo("x\n  b\ny\n");
        assertThat(apply("x\n  a\ny\n", "a \n", "\n")).isEqualTo("x\n\ny\n");
    }

    @Test
    void aMissShowsTheNearestLinesWithTheirNumbers() {
        String text = "import a;\n\nint total = sum(values);\nreturn total;\n";
        assertThatThrownBy(() -> apply(text, "int total = sum(value);\nreturn total;", "x"))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith(
                        "Could not find exact match for edit:\nint total = sum(value);\nreturn total;\n")
                .hasMessageContaining("lines 3 to 4")
                .hasMessageContaining("     3\tint total = sum(values);\n");
        assertThatThrownBy(() -> apply(text, "int totals = sum(value);", "x")).hasMessageContaining("lines 3 to 3");
        assertThatThrownBy(() -> apply(text, "qqqqq", "x")).hasMessageContaining("Read the file again");
        assertThatThrownBy(() -> apply("a\n\n\nb", "\n\n\n\n", "x")).isInstanceOf(ToolException.class);
    }

    @Test
    void aFileThatRepeatsOneLineIsNoTrouble() {
        String text = "  }\n".repeat(100_000);
        assertThatThrownBy(() -> apply(text, "}\n".repeat(10_000) + "x", "y")).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> apply(text, "}\n".repeat(10_000), "y")).hasMessageContaining("1000 or more times");
        Edit everywhere = new Edit("} \n}\n", "x\n", true);
        assertThat(Edits.apply(text, List.of(everywhere)).replacements()).isEqualTo(50_000);
        assertThat(apply("  a\n  a\n  b\n", "a \na\nb", "c")).isEqualTo("  c\n");
        assertThat(apply("  a\n  a\n  a\n  b\n", "a \na\nb", "c")).isEqualTo("  a\n  c\n");
    }

    @Test
    void longTextIsReplacedToo() {
        String block = "abcdefghi\n".repeat(100);
        assertThat(apply("x\n" + block + "y\n", block + "y", "z")).isEqualTo("x\nz\n");
        assertThatThrownBy(() -> apply(block + block, block, "z")).hasMessageContaining("in lines 1, 2, 3");
        assertThat(Edits.apply(block + block, List.of(new Edit(block, "z\n", true)))
                        .text())
                .isEqualTo("z\nz\n");
    }

    @Test
    void editsBuildOnEachOtherAndAFailureNamesItsEdit() {
        List<Edit> edits = List.of(new Edit("a", "b\nb", false), new Edit("b\nb", "c", false));
        assertThat(Edits.apply("a\n", edits).text()).isEqualTo("c\n");
        List<Edit> failing = List.of(new Edit("a", "b", false), new Edit("a", "c", false));
        assertThatThrownBy(() -> Edits.apply("a\n", failing)).hasMessageStartingWith("Edit 2 of 2: Could not find");
    }

    @Test
    void emptyOldTextIsOnlyForAnEmptyFile() {
        assertThat(apply("", "", "a\n")).isEqualTo("a\n");
        assertThatThrownBy(() -> apply("a", "", "b"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("oldText is empty");
    }

    @Test
    void carriageReturnsThatEndNoLineAreCharacters() {
        assertThat(apply("a\rb\r\r\nc\n", "b", "x")).isEqualTo("a\rx\r\r\nc\n");
        assertThat(apply("a\r\r\nc\r\n", "c", "x")).isEqualTo("a\r\r\nx\r\n");
    }

    private static String apply(String text, String oldText, String newText) {
        return Edits.apply(text, List.of(new Edit(oldText, newText, false))).text();
    }
}
