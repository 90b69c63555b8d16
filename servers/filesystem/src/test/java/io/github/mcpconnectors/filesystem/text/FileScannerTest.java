package io.github.mcpconnectors.filesystem.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileScannerTest {

    private static final ScanLimits LIMITS = new ScanLimits(1, 10, 1 << 20, false);

    private static final ScanLimits ANY_SIZE = new ScanLimits(1, 10, Long.MAX_VALUE, false);

    @TempDir
    private Path directory;

    @Test
    void findsLinesWithTheirPlaceAndWhatIsAroundThem() throws IOException {
        FileMatches found = scan("one\r\ntwo three\r\nfour\r\n", literal("three"));
        assertThat(found)
                .isEqualTo(new FileMatches(
                        Outcome.SEARCHED,
                        List.of(new ContentMatch(2, 5, "two three", List.of("one"), List.of("four"))),
                        1,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, false, false, xABCx, 0",
        "abc, true, false, xABCx, 1",
        "abc, true, true, xABCx, 0",
        "abc, false, true, 'xabc abc', 1",
        "abc, false, true, abc_, 0",
        "abc, false, true, (abc), 1",
        "a.c, false, false, abc, 0",
        "a.c, true, false, A.C, 1",
        "$x, false, true, 'a $x b', 1",
        "caf\u00E9, false, false, un caf\u00E9, 1",
        "caf\u00E9, true, false, UN CAF\u00C9, 1",
        "\u00E9, true, false, \u00C9, 1",
        "\u4E2D, false, false, x\u4E2D, 1"
    })
    void literalsMayIgnoreCaseAndMeanWholeWords(
            String text, boolean ignoreCase, boolean wholeWord, String line, int expected) throws IOException {
        ContentQuery query = new ContentQuery(text, false, ignoreCase, wholeWord, false);
        assertThat(scan("first\n" + line + "\n", query).count()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'^b$', 'a\r\nb\r\nc', 1",
        "'\\d{4}-x', 'in 2024-x', 1",
        "'foo|bar', 'a bar', 1",
        "'foo|\\d', 'a 7', 1",
        "'(?i)FOO', 'a foo', 1",
        "'a?b', 'b', 1",
        "'[[:alpha:]]+1', 'x1', 1",
        "'x*', 'y', 1",
        "'(ab){2}c', 'ababc', 1",
        "'a{0,2}z', 'z', 1",
        "'a{b', 'a{b', 1",
        "'a+?b', 'ab', 1",
        "'\\x41b', 'Ab', 1",
        "'\\Qa.b\\E', 'a.b', 1",
        "'(?P<n>k)ey', 'key', 1",
        "'[]x]y', ']y', 1",
        "'caf.', 'caf\u00E9', 1",
        "'\uD83D\uDE00+', 'a\uD83D\uDE00', 1"
    })
    void regularExpressionsMatchLineByLine(String regex, String content, int expected) throws IOException {
        assertThat(scan(content, regex(regex)).count()).isEqualTo(expected);
    }

    @Test
    void onlyMultilineMatchesAcrossLines() throws IOException {
        String content = "a\r\nbegin\r\nend\r\nz";
        assertThat(scan(content, regex("begin.end")).count()).isZero();
        assertThat(scan(content, new ContentQuery("begin.end", true, false, false, true))
                        .matches())
                .containsExactly(new ContentMatch(2, 1, "begin\nend", List.of("a"), List.of("z")));
        assertThat(scan(content, new ContentQuery("^end$", true, false, false, true))
                        .count())
                .isEqualTo(1);
        assertThat(scan("xxx", new ContentQuery("y*", true, false, false, true)).count())
                .isEqualTo(3);
    }

    @Test
    void binaryAndBigFilesAreSkipped() throws IOException {
        assertThat(scan("a\0needle", literal("needle")).outcome()).isEqualTo(Outcome.BINARY);
        assertThat(scan("x".repeat((1 << 20) + 1), literal("x")).outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(scan("", literal("x")).outcome()).isEqualTo(Outcome.SEARCHED);
    }

    @Test
    void utf16AndLatin1AreDecoded() throws IOException {
        assertThat(scan("\uFEFFa\ncaf\u00E9\n".getBytes(UTF_16LE), literal("caf\u00E9"))
                        .matches())
                .extracting(ContentMatch::line, ContentMatch::text)
                .containsExactly(tuple(2L, "caf\u00E9"));
        assertThat(scan("a\ncaf\u00E9\n".getBytes(ISO_8859_1), literal("caf\u00E9"))
                        .count())
                .isEqualTo(1);
        assertThat(scan("\uFEFFneedle".getBytes(UTF_8), regex("^needle")).count())
                .isEqualTo(1);
    }

    @Test
    void stopsAtTheCapAndSaysSo() throws IOException {
        assertThat(scan("x\n".repeat(10), literal("x")).truncated()).isFalse();
        FileMatches found = scan("x\n".repeat(11), literal("x"));
        assertThat(found.truncated()).isTrue();
        assertThat(found.matches()).hasSize(10);
    }

    @Test
    void countsWithoutKeepingLines() throws IOException {
        FileScanner scanner = new FileScanner(
                ContentPattern.compile(literal("x")), new ScanLimits(0, Integer.MAX_VALUE, 1 << 20, true), () -> false);
        FileMatches found = scan(scanner, "x\ny\nxx\n".repeat(1000).getBytes(UTF_8));
        assertThat(found.count()).isEqualTo(2000);
        assertThat(found.matches()).isEmpty();
    }

    @Test
    void aGiantLineIsSearchedInPiecesAndShownAroundTheMatch() throws IOException {
        String content = "\u00E9".repeat(100_000) + "needle42" + "y".repeat(100_000);
        for (ContentQuery query : List.of(literal("needle42"), regex("needle\\d\\d"), regex("[0-9]+"))) {
            ContentMatch match = scan(content, query).matches().get(0);
            assertThat(match.text())
                    .contains("needle42")
                    .hasSizeLessThan(520)
                    .startsWith("...")
                    .endsWith("...");
            assertThat(match.line()).isEqualTo(1);
        }
        assertThat(scan(content, literal("needle42")).matches().get(0).column()).isEqualTo(100_001);
    }

    @Test
    void anExpressionThatBacktracksElsewhereIsStoppedByTheDeadline() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier afterThreeQuestions = () -> asked.incrementAndGet() > 3;
        for (boolean multiline : new boolean[] {false, true}) {
            ContentPattern hostile =
                    ContentPattern.compile(new ContentQuery("(.*a){14}b", true, false, false, multiline));
            FileScanner scanner = new FileScanner(hostile, LIMITS, afterThreeQuestions);
            asked.set(0);
            byte[] content = ("a".repeat(500_000) + "b" + "a".repeat(500_000)).getBytes(UTF_8);
            assertThat(scan(scanner, content).truncated()).isTrue();
        }
    }

    @Test
    void aBigFileIsSearchedToItsLastLine() throws IOException {
        String content = "line of a log\r\n".repeat(2_000_000) + "caf\u00E9 needle";
        for (ContentQuery query : List.of(literal("needle"), regex("n[e]+dle"), multiline("need.e"))) {
            assertThat(big(content.getBytes(UTF_8), query).matches())
                    .containsExactly(
                            new ContentMatch(2_000_001, 6, "caf\u00E9 needle", List.of("line of a log"), List.of()));
        }
        assertThat(big(content.getBytes(UTF_8), literal("line")).count()).isEqualTo(10);
        assertThat(big(content.getBytes(UTF_8), literal("line")).truncated()).isTrue();
    }

    @Test
    void matchesAtTheEdgesOfAPieceAreFoundOnce() throws IOException {
        int edge = 4 << 20;
        for (int shift = -8; shift <= 8; shift++) {
            String before = "y".repeat(99) + "\n";
            String content = before.repeat(edge / 100 - 1) + "z".repeat(edge % 100 + 92 + shift) + "\nneedle\n"
                    + "x\n".repeat(9);
            FileMatches found = big(content.getBytes(UTF_8), literal("needle"));
            assertThat(found.matches())
                    .extracting(ContentMatch::line, ContentMatch::column, ContentMatch::text)
                    .containsExactly(tuple(edge / 100 + 1L, 1L, "needle"));
        }
    }

    @Test
    void piecesHoldTheSameMatchesAsTheWhole() throws IOException {
        String content = "\u00E9 one\ntwo \uD83D\uDE00 two\r\nthree\n".repeat(300_000);
        for (ContentQuery query : List.of(literal("two"), regex("^t.*o$"), multiline("one$"))) {
            FileScanner counting = new FileScanner(
                    ContentPattern.compile(query), new ScanLimits(0, Integer.MAX_VALUE, 1 << 30, true), () -> false);
            assertThat(scan(counting, content.getBytes(UTF_8)).count()).isEqualTo(300_000);
        }
        FileScanner all = new FileScanner(
                ContentPattern.compile(literal("two")), new ScanLimits(0, 400_000, 1 << 30, false), () -> false);
        List<ContentMatch> matches = scan(all, content.getBytes(UTF_8)).matches();
        for (int i = 0; i < matches.size(); i++) {
            assertThat(matches.get(i).line()).isEqualTo(3L * i + 2);
        }
    }

    @Test
    void aLineLongerThanAPieceMatchesOnceAndItsColumnsCountOn() throws IOException {
        String start = "\u00E9".repeat(5_000_000);
        assertThat(big((start + "needle").getBytes(UTF_8), literal("needle")).matches())
                .extracting(ContentMatch::line, ContentMatch::column)
                .containsExactly(tuple(1L, 5_000_001L));
        String line = "needle" + start + "needle";
        assertThat(big((line + "\nx\nneedle\n").getBytes(UTF_8), literal("needle"))
                        .matches())
                .extracting(ContentMatch::line, ContentMatch::column)
                .containsExactly(tuple(1L, 1L), tuple(3L, 1L));
    }

    @Test
    void utf16IsSearchedInPiecesTooUpToItsLimit() throws IOException {
        String content = "\uFEFF" + "\u4E2D \uD83D\uDE00\r\n".repeat(1_000_000) + "needle";
        for (ContentQuery query : List.of(literal("needle"), multiline("needle"))) {
            for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
                assertThat(big(content.getBytes(charset), query).matches())
                        .containsExactly(
                                new ContentMatch(1_000_001, 1, "needle", List.of("\u4E2D \uD83D\uDE00"), List.of()));
            }
        }
        byte[] tooLarge = ("\uFEFF" + "x".repeat(8 << 20)).getBytes(UTF_16LE);
        assertThat(big(tooLarge, literal("x")).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void aBigFileIsLeftWhenTimeIsUp() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        FileScanner scanner =
                new FileScanner(ContentPattern.compile(literal("absent")), ANY_SIZE, () -> asked.incrementAndGet() > 1);
        assertThat(scan(scanner, "x\n".repeat(10_000_000).getBytes(UTF_8)).truncated())
                .isTrue();
        assertThat(asked).hasValue(2);
    }

    private FileMatches big(byte[] content, ContentQuery query) throws IOException {
        return scan(new FileScanner(ContentPattern.compile(query), ANY_SIZE, () -> false), content);
    }

    private static ContentQuery multiline(String text) {
        return new ContentQuery(text, true, false, false, true);
    }

    private static ContentQuery literal(String text) {
        return new ContentQuery(text, false, false, false, false);
    }

    private static ContentQuery regex(String text) {
        return new ContentQuery(text, true, false, false, false);
    }

    private FileMatches scan(String content, ContentQuery query) throws IOException {
        return scan(content.getBytes(UTF_8), query);
    }

    private FileMatches scan(byte[] content, ContentQuery query) throws IOException {
        return scan(new FileScanner(ContentPattern.compile(query), LIMITS, () -> false), content);
    }

    private FileMatches scan(FileScanner scanner, byte[] content) throws IOException {
        Path file = Files.write(Files.createTempFile(directory, "scan", ".txt"), content);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return scanner.scan(Bytes.of(channel));
        }
    }
}
