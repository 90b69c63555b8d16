package io.github.mcpconnectors.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.ToolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages good documents in many small ways; the seed is fixed, so that a failure comes again. */
class MutationTest {

    private static final int ROUNDS = 300;

    /** What tends to matter to a parser of lengths, counts and offsets. */
    private static final List<byte[]> NASTY = List.of(
            new byte[] {-1, -1, -1, 127},
            new byte[] {-1, -1, -1, -1},
            new byte[] {0, 0, 0, 0},
            "99999999999".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            "-1".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            "<<[(".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            "</".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.xlsx", "a.xls", "a.pptx", "a.html", "a.eml", "a.csv"})
    void givesTextOrRefusal(String name) throws IOException {
        byte[] good = sample(name);
        Random random = new Random(name.hashCode());
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean inside = good[0] == 'P' && good[1] == 'K' && round % 3 > 0;
            byte[] bad = inside ? mutatedInside(good, random) : mutated(good, random);
            try {
                read += Reading.read(name, bad, Selection.ALL, Reading.TIGHT)
                                .text()
                                .isEmpty()
                        ? 0
                        : 1;
            } catch (ToolException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        // or the damage would be too great to tell anything
        assertThat(read).isGreaterThan(ROUNDS / 20);
    }

    private static byte[] sample(String name) {
        return switch (name) {
            case "a.pdf" -> Samples.pdf(null, "One", "Two");
            case "a.docx" -> Samples.docx();
            case "a.xlsx" -> Samples.xlsx();
            case "a.xls" -> Samples.xls();
            case "a.pptx" -> Samples.pptx();
            case "a.eml" -> Samples.eml();
            case "a.html" ->
                Attacks.bytes("<html><h1>x</h1><table><tr><td>a<td>b</table><ul><li>c<li>d</ul><pre>e</pre>");
            default -> Attacks.bytes("a,b\n\"1,\n2\",3\n4;5,6\n");
        };
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int i = random.nextInt(6); i >= 0 && bad.length > 1; i--) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(5)) {
                case 0 -> bad[at] = (byte) random.nextInt(256);
                case 1 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bad = java.util.Arrays.copyOf(bad, bad.length - random.nextInt(1 + bad.length / 4));
                case 3 -> put(bad, at, NASTY.get(random.nextInt(NASTY.size())));
                default -> put(bad, at, java.util.Arrays.copyOfRange(good, at / 2, Math.min(good.length, at / 2 + 64)));
            }
        }
        return bad;
    }

    private static void put(byte[] target, int at, byte[] piece) {
        System.arraycopy(piece, 0, target, at, Math.min(piece.length, target.length - at));
    }

    /** Damages one part before it is compressed: damage outside only fails to inflate. */
    private static byte[] mutatedInside(byte[] zip, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(random.nextInt(4) == 0 && part.length > 0 ? mutated(part, random) : part);
            }
        }
        return out.toByteArray();
    }
}
