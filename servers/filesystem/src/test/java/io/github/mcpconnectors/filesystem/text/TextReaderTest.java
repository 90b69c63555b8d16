package io.github.mcpconnectors.filesystem.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

    private static final int ROOMY = 256 * 1024;

    @TempDir
    private Path directory;

    private final TextReader reader = new TextReader();

    @ParameterizedTest
    @CsvSource({
        "'a\\nb\\n', 1, 'b\\n'",
        "'a\\nb', 1, b",
        "'a\\nb\\n', 2, 'a\\nb\\n'",
        "'a\\nb\\n', 9, 'a\\nb\\n'",
        "'a\\n\\n', 1, '\\n'",
        "'\\n', 1, '\\n'",
        "'a', 1, a",
        "'a\\r\\nb\\r\\n', 1, 'b\\r\\n'"
    })
    void tailDoesNotCountTheNewlineThatEndsTheFile(String content, long lines, String expected) throws IOException {
        TextSlice slice = read(unescaped(content), new Selection.Tail(lines));
        assertThat(slice.text()).isEqualTo(unescaped(expected));
        assertThat(slice.truncated()).isFalse();
        assertThat(slice.position().nextOffset()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 'a\\n', 2", "2, 'a\\nb\\n', 3", "3, 'a\\nb\\nc', ", "99, 'a\\nb\\nc', "})
    void headReturnsSoManyLinesAndWhereToGoOn(long lines, String expected, @Nullable Long nextOffset)
            throws IOException {
        TextSlice slice = read("a\nb\nc", new Selection.Lines(1, lines));
        assertThat(slice.text()).isEqualTo(unescaped(expected));
        assertThat(slice.position().nextOffset()).isEqualTo(nextOffset);
        assertThat(slice.truncated()).isFalse();
    }

    @Test
    void offsetAndLimitReturnTheLinesBetween() throws IOException {
        TextSlice slice = read("a\nb\nc\nd\n", new Selection.Lines(2, 2));
        assertThat(slice.text()).isEqualTo("b\nc\n");
        assertThat(slice.position()).isEqualTo(new TextSlice.Position(2L, 3L, null, 4L, null));
    }

    @Test
    void theLastLinesTellHowManyThereAre() throws IOException {
        TextSlice slice = read("a\nb\nc\nd\n", new Selection.Lines(3, 2));
        assertThat(slice.text()).isEqualTo("c\nd\n");
        assertThat(slice.position()).isEqualTo(new TextSlice.Position(3L, 4L, 4L, null, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 1L << 40, Long.MAX_VALUE})
    void refusesAByteThatIsPastTheEndAndSaysWhereThatIs(long position) {
        assertThatThrownBy(() -> read("a\nb\n", new Selection.FromByte(position)))
                .isInstanceOf(ToolException.class)
                .hasMessage("from_byte " + position + " is past the end: the text has 4 bytes.");
        assertThatThrownBy(() -> read("", new Selection.FromByte(position))).hasMessageContaining("0 bytes");
    }

    @Test
    void aMessageQuotesOnlyTheBeginningOfALongEncoding() {
        TextRequest request = new TextRequest(Selection.whole(), "x".repeat(10_000_000), ROOMY, false);
        assertThatThrownBy(() -> read(write(new byte[1]), request))
                .isInstanceOf(ToolException.class)
                .message()
                .startsWith("There is no encoding \"xxx")
                .hasSizeLessThan(250);
    }

    @Test
    void nothingFollowsTheLastByte() throws IOException {
        assertThat(read("a\nb\n", new Selection.FromByte(4)).text()).isEmpty();
    }

    @Test
    void refusesAnOffsetPastTheEndAndSaysWhereItIs() {
        assertThatThrownBy(() -> read("a\nb\n", new Selection.Lines(3, 1)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("2 lines");
    }

    @Test
    void anEmptyFileIsAnEmptyTextOfNoLines() throws IOException {
        for (Selection selection : new Selection[] {Selection.whole(), new Selection.Tail(3)}) {
            TextSlice slice = read("", selection);
            assertThat(slice.text()).isEmpty();
            assertThat(slice.position()).isEqualTo(new TextSlice.Position(1L, 0L, 0L, null, null));
            assertThat(slice.format().lineEnding()).isEqualTo(LineEnding.NONE);
        }
    }

    @Test
    void cutsAWholeFileAtTheLastLineThatFits() throws IOException {
        String content = numbers(100_000);
        TextSlice slice = read(content, Selection.whole());
        assertThat(slice.truncated()).isTrue();
        assertThat(slice.text().length()).isLessThanOrEqualTo(ROOMY).isGreaterThan(ROOMY - 10);
        assertThat(slice.text()).endsWith("\n");
        long next = Objects.requireNonNull(slice.position().nextOffset());
        assertThat(read(content, new Selection.Lines(next, 1)).text()).isEqualTo(next + "\n");
    }

    @Test
    void cutsATailAtItsBeginning() throws IOException {
        Path file = write(numbers(1000).getBytes(UTF_8));
        TextSlice slice = read(file, new TextRequest(new Selection.Tail(500), "auto", 12, false));
        assertThat(slice.text()).isEqualTo("999\n1000\n");
        assertThat(slice.truncated()).isTrue();
        assertThat(slice.position().startLine()).isEqualTo(999);
    }

    @Test
    void goesOnInsideAGiantLineWithoutSplittingACharacter() throws IOException {
        String content = "\uD83D\uDE00é".repeat(1000) + "\nend";
        Path file = write(content.getBytes(UTF_8));
        StringBuilder all = new StringBuilder();
        TextSlice slice = read(file, new TextRequest(Selection.whole(), "auto", 64, false));
        Long next = slice.position().nextByte();
        while (next != null) {
            assertThat(slice.text()).doesNotContain("\uFFFD");
            assertThat(slice.position().startLine()).isEqualTo(1);
            all.append(slice.text());
            slice = read(file, new TextRequest(new Selection.FromByte(next), "auto", 64, false));
            next = slice.position().nextByte();
        }
        assertThat(all.append(slice.text())).hasToString(content);
        assertThat(slice.position().endLine()).isEqualTo(2);
    }

    @Test
    void latin1IsReadAsLatin1AndNotAsReplacementCharacters() throws IOException {
        TextSlice slice = read(write("caf\u00E9\n".getBytes(ISO_8859_1)), whole());
        assertThat(slice.text()).isEqualTo("caf\u00E9\n");
        assertThat(slice.format().encoding()).isEqualTo(TextEncoding.ISO_8859_1);
    }

    @Test
    void theByteOrderMarkIsReportedAndNotPartOfTheText() throws IOException {
        TextSlice slice = read("\uFEFFhello\n", Selection.whole());
        assertThat(slice.text()).isEqualTo("hello\n");
        assertThat(slice.format().bom()).isTrue();
        assertThat(slice.format().encoding()).isEqualTo(TextEncoding.UTF_8);
    }

    @Test
    void binaryIsRefusedWithTheToolToUseInstead() {
        assertThatThrownBy(() -> read("a\0b", Selection.whole()))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("read_media_file")
                .hasMessageContaining("read_document");
    }

    @Test
    void utf16IsReadWithItsMarkAndSelectedByLine() throws IOException {
        byte[] bytes = "\uFEFFone\r\n\uD83D\uDE00\r\nthree".getBytes(UTF_16LE);
        Path file = write(bytes);
        TextSlice slice = read(file, new TextRequest(new Selection.Lines(2, 1), "auto", ROOMY, false));
        assertThat(slice.text()).isEqualTo("\uD83D\uDE00\r\n");
        assertThat(slice.format())
                .isEqualTo(new TextSlice.Format(TextEncoding.UTF_16LE, LineEnding.CRLF, true, bytes.length, null));
        assertThat(read(file, whole()).format().sha256()).isEqualTo(Digests.hexOf(bytes));
    }

    @Test
    void utf16OfAnOddLengthBeyondOneBlockIsReadWhole() throws IOException {
        String text = "x" + "\uD83D\uDE00".repeat(50_000);
        Path file = write(text.getBytes(UTF_16LE));
        TextSlice slice = read(file, new TextRequest(Selection.whole(), "utf-16le", 1 << 20, false));
        assertThat(slice.text()).isEqualTo(text);
    }

    @Test
    void anEncodingThatIsAskedForIsUsed() throws IOException {
        Path file = write(new byte[] {(byte) 0x80, '\n'});
        assertThat(read(file, new TextRequest(Selection.whole(), "windows-1252", ROOMY, false))
                        .text())
                .isEqualTo("\u20AC\n");
        assertThatThrownBy(() -> read(file, new TextRequest(Selection.whole(), "ebcdic", ROOMY, false)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("iso-8859-1");
    }

    @Test
    void theHashIsOfTheBytesAndOnlyGivenForAWholeFile() throws IOException {
        byte[] bytes = "\uFEFFa\r\nb\n".getBytes(UTF_8);
        TextSlice slice = read(write(bytes), whole());
        assertThat(slice.format().sha256()).isEqualTo(Digests.hexOf(bytes));
        assertThat(slice.format().lineEnding()).isEqualTo(LineEnding.MIXED);
        assertThat(read("a\nb\n", new Selection.Lines(2, 1)).format().sha256()).isNull();
    }

    @Test
    void numbersLinesLikeCat() throws IOException {
        assertThat(read("a\n\nc", new Selection.Lines(2, 5)).numbered()).isEqualTo("     2\t\n     3\tc");
    }

    @Test
    void deepLinesAreFoundAgainFromTheIndex() throws IOException {
        Path file = write(numbers(300_000).getBytes(UTF_8));
        FileStamp stamp = new FileStamp(file, Files.size(file), Files.getLastModifiedTime(file));
        for (long line : new long[] {299_999, 2, 150_000, 150_001, 65_536, 300_000}) {
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                TextRequest request = new TextRequest(new Selection.Lines(line, 1), "auto", ROOMY, false);
                TextSlice slice = reader.read(TextSource.of(channel, stamp), request, () -> {});
                assertThat(slice.text()).isEqualTo(line + "\n");
            }
        }
    }

    @Test
    void theCheckCanEndALongScan() throws IOException {
        Path file = write(new byte[0]);
        Files.writeString(file, numbers(300_000));
        Runnable check = () -> {
            throw new ToolException(ToolException.Reason.TIMEOUT, "enough");
        };
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            TextRequest request = new TextRequest(new Selection.Lines(200_000, 1), "auto", ROOMY, false);
            assertThatThrownBy(() -> reader.read(TextSource.of(channel, null), request, check))
                    .hasMessage("enough");
        }
    }

    private static String numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    private static TextRequest whole() {
        return new TextRequest(Selection.whole(), "auto", ROOMY, false);
    }

    private TextSlice read(String content, Selection selection) throws IOException {
        return read(write(content.getBytes(UTF_8)), new TextRequest(selection, "auto", ROOMY, false));
    }

    private TextSlice read(Path file, TextRequest request) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return reader.read(TextSource.of(channel, null), request, () -> {});
        }
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(directory, "text", ".txt"), content);
    }
}
