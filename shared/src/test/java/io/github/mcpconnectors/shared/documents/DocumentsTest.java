package io.github.mcpconnectors.shared.documents;

import static io.github.mcpconnectors.shared.documents.Reading.pages;
import static io.github.mcpconnectors.shared.documents.Reading.read;
import static io.github.mcpconnectors.shared.documents.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.pdf", "b.DOCX", "c.xlsx", "d.xlsm", "e.xls", "f.pptx", "g.html", "h.htm", "i.eml", "j.csv", "k.tsv"
            })
    void readsTheseNames(String name) {
        assertThat(Documents.readable(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "README.md", "c.json", "d.xml", "pdf", "e.doc", "f.ppt", "g.odt", "h.png", ""})
    void leavesTheseNamesToOthers(String name) {
        assertThat(Documents.readable(name)).isFalse();
    }

    /** In a JVM of its own: in this one other tests have loaded everything. */
    @Test
    void loadsALibraryWithItsFirstDocumentOnly(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.csv"), "a,b");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AttackRun.class.getName(),
                        folder.toString(),
                        "a.csv")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out))
                .contains("a.csv READ", "org.apache.commons.csv")
                .doesNotContain("org.apache.pdfbox", "org.apache.poi", "org.jsoup", "jakarta.mail", "commons.compress");
    }

    @Test
    void readsWhatWasRenamed() throws IOException {
        assertThat(read("a.bin", Samples.pdf(null, "Hi")).format()).isEqualTo("pdf");
        assertThat(read("a.docx", Samples.xlsx()).format()).isEqualTo("xlsx");
        assertThat(read("a.xlsx", Samples.xls()).format()).isEqualTo("xls");
        assertThat(read("a.txt", Samples.eml()).format()).isEqualTo("eml");
        assertThat(read("a", "<!DOCTYPE html><p>Hi".getBytes(StandardCharsets.UTF_8))
                        .format())
                .isEqualTo("html");
    }

    @Test
    void refusesPlainText() {
        assertThat(refusal("notes.txt", "Hello".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("as text");
        assertThat(refusal("a.docx", "Hello".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal("a.pdf", new byte[0]).reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void refusesSelectionsThatTheFormatLacks() {
        assertThat(refusal("a.docx", Samples.docx(), pages("1"))).isNotNull();
        assertThat(refusal("a.xlsx", Samples.xlsx(), pages("1"))).isNotNull();
        assertThat(refusal("a.pdf", Samples.pdf(null, "x"), Reading.cells("1", null)))
                .isNotNull();
        assertThat(refusal("a.csv", new byte[] {'a'}, Reading.cells(null, "A1")))
                .isNotNull();
    }

    @Test
    void refusesFilesAboveTheLimit() {
        Limits limits = new Limits(10, 10, Duration.ofSeconds(1), 10);
        assertThatExceptionOfType(io.github.mcpconnectors.shared.ToolException.class)
                .isThrownBy(() -> read("a.csv", new byte[11], Selection.ALL, limits));
    }

    @Test
    void saysThatTextWasCut() throws IOException {
        Limits limits = new Limits(1000, 1000, Duration.ofSeconds(5), 10);
        byte[] csv = "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
        DocumentText text = read("a.csv", csv, Selection.ALL, limits);
        assertThat(text.truncated()).isTrue();
        assertThat(text.text()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void givesTheSameTextTwice() throws IOException {
        for (byte[] document : new byte[][] {Samples.docx(), Samples.xlsx(), Samples.pptx(), Samples.eml()}) {
            assertThat(read("a.eml", document)).isEqualTo(read("a.eml", document));
        }
    }

    @Test
    void stopsWhenCancelled() {
        byte[] document = Samples.xlsx();
        int[] asked = {0};
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Documents.read(
                        "a.xlsx",
                        new SeekableInMemoryByteChannel(document),
                        Selection.ALL,
                        Limits.DEFAULT,
                        () -> ++asked[0] > 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.xls", "a.eml", "a.html", "a.csv"})
    void passesOnFailuresOfTheDevice(String name) {
        byte[] document = switch (name) {
            case "a.pdf" -> Samples.pdf(null, "Hi");
            case "a.docx" -> Samples.docx();
            case "a.xls" -> Samples.xls();
            case "a.eml" -> Samples.eml();
            default -> "<html>a,b".getBytes(StandardCharsets.UTF_8);
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> Documents.read(name, new Failing(document), Selection.ALL, Limits.DEFAULT, () -> false))
                .withMessage("disk on fire");
    }

    /** Gives the first bytes once, and then breaks. */
    private static final class Failing implements SeekableByteChannel {

        private final SeekableByteChannel channel;
        private int reads;

        Failing(byte[] content) {
            channel = new SeekableInMemoryByteChannel(content);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (++reads > 2) {
                throw new IOException("disk on fire");
            }
            return channel.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return channel.write(source);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            return channel.position(position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return channel.truncate(size);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
