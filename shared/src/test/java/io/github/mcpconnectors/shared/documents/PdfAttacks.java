package io.github.mcpconnectors.shared.documents;

import static io.github.mcpconnectors.shared.documents.Attacks.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;

/** PDFs built to harm their reader. */
final class PdfAttacks {

    private PdfAttacks() {}

    static void addTo(Map<String, Supplier<byte[]>> all) {
        String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>";
        String pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
        all.put("page-loop.pdf", () -> pdf("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>", page, stream("", "")));
        all.put("page-count.pdf", () -> pdf("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", page, stream("", "")));
        all.put("deep-pages.pdf", () -> deepPages(50_000));
        all.put("deep-parents.pdf", () -> deepParents(50_000));
        all.put("inflating.pdf", () -> pdf(pages, page, flate(1, 1 << 28)));
        all.put("inflating-twice.pdf", () -> pdf(pages, page, flateAfterHex()));
        all.put("inflating-objects.pdf", () -> pdf(pages, page, objectStream()));
        all.put("deep-array.pdf", () -> pdf("[".repeat(2_000_000), page, stream("", "")));
        all.put("many-objects.pdf", () -> pdf("<</Type/Pages/A[" + "[]".repeat(4_000_000) + "]>>", page, "null"));
        all.put("many-operands.pdf", () -> pdf(pages, page, stream("", "1.5 ".repeat(4_000_000))));
        all.put(
                "same-stream-again.pdf",
                () -> pdf(
                        pages,
                        "<</Type/Page/Parent 2 0 R/Contents[" + "4 0 R ".repeat(100_000) + "]>>",
                        flate(1, 1 << 20)));
        all.put("exponential-forms.pdf", PdfAttacks::forms);
        all.put(
                "endless-text.pdf",
                () -> pdf(
                        pages,
                        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont"
                                + "/Helvetica>>>>>>>>",
                        stream(
                                "",
                                "BT /F 1 Tf "
                                        + "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ".repeat(20_000))));
        all.put("endless-mapping.pdf", PdfAttacks::mapping);
    }

    /** The catalog and these objects, numbered from 2. */
    private static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 2).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return bytes(pdf + "trailer\n<</Root 1 0 R/Size " + (objects.length + 2) + ">>\n%%EOF");
    }

    private static String stream(String entries, String content) {
        return "<<" + entries + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
    }

    private static byte[] deflated(int times, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream outer = new DeflaterOutputStream(out);
                OutputStream inner = times > 1 ? new DeflaterOutputStream(outer) : outer) {
            byte[] block = " q Q\n".repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
            for (long written = 0; written < size; written += block.length) {
                inner.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String flate(int times, long size) {
        return stream("/Filter/FlateDecode", new String(deflated(times, size), StandardCharsets.ISO_8859_1));
    }

    /** Two filters, of which the second multiplies what the first made of it. */
    private static String flateAfterHex() {
        byte[] once = deflated(1, 1 << 28);
        return stream("/Filter[/ASCIIHexDecode/FlateDecode]", HexFormat.of().formatHex(once) + ">");
    }

    private static String objectStream() {
        String content = new String(deflated(1, 1 << 28), StandardCharsets.ISO_8859_1);
        return stream("/Type/ObjStm/N 1000/First 10/Filter/FlateDecode", content);
    }

    private static byte[] deepPages(int depth) {
        String[] nodes = new String[depth];
        for (int i = 0; i < depth; i++) {
            nodes[i] = "<</Type/Pages/Count 1/Kids[" + (i + 3) + " 0 R]>>";
        }
        return pdf(nodes);
    }

    private static byte[] deepParents(int depth) {
        String[] nodes = new String[depth];
        nodes[0] = "<</Type/Pages/Count 1/Kids[3 0 R]>>";
        nodes[1] = "<</Type/Page/Parent 5 0 R/Contents 4 0 R>>";
        nodes[2] = stream("", "q Q");
        for (int i = 3; i < depth; i++) {
            nodes[i] = "<</Type/Pages/Count 1/Parent " + (i + 3) + " 0 R/Kids[3 0 R]>>";
        }
        return pdf(nodes);
    }

    /** Each form draws the next one ten times. */
    private static byte[] forms() {
        String[] objects = new String[22];
        objects[0] = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
        objects[1] = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>";
        objects[2] = stream("", "/X Do");
        for (int i = 3; i < objects.length; i++) {
            objects[i] = stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + (i + 3) + " 0 R>>>>",
                    "/X Do ".repeat(10));
        }
        return pdf(objects);
    }

    private static byte[] mapping() {
        String ranges = "1 beginbfrange <00000000> <7FFFFFFF> <0041000000000000> endbfrange ".repeat(1000);
        return pdf(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type0/BaseFont/A"
                        + "/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]/ToUnicode 5 0 R>>>>>>>>",
                stream("", "BT /F 1 Tf <00410042> Tj ET"),
                stream("", "/CIDInit /ProcSet findresource begin begincmap " + ranges + " endcmap"));
    }
}
