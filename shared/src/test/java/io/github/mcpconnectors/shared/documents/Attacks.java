package io.github.mcpconnectors.shared.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents built to harm their reader, by name; the ending of the name is that of the file. */
final class Attacks {

    static final Map<String, Supplier<byte[]>> ALL = all();

    private Attacks() {}

    private static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        zips(all);
        markup(all);
        workbooks(all);
        PdfAttacks.addTo(all);
        others(all);
        return all;
    }

    private static void zips(Map<String, Supplier<byte[]>> all) {
        all.put("ratio.docx", () -> part("word/document.xml", "<w>" + "<p><t>a</t></p>".repeat(1_000_000)));
        all.put("slow-ratio.docx", () -> stored("word/document.xml", "<w><t>" + "<!---->".repeat(10_000_000)));
        all.put("many-entries.docx", () -> entries(20_000));
        all.put("endless-directory.docx", () -> entries(100_000));
        all.put("same-name-twice.docx", Attacks::duplicate);
        all.put("overlapping.docx", () -> patched(46, 0));
        all.put("lying-size.docx", () -> patched(24, 10));
        all.put("zip-in-zip.docx", () -> zip(Map.of("a.zip", zip(Map.of("a.zip", entries(10))))));
    }

    private static void markup(Map<String, Supplier<byte[]>> all) {
        all.put("billion-laughs.docx", () -> part("word/document.xml", laughs()));
        all.put("billion-laughs-in-strings.xlsx", () -> workbook("xl/sharedStrings.xml", laughs()));
        all.put("deep.docx", () -> stored("word/document.xml", "<a>".repeat(1_000_000)));
        all.put("long-attribute.docx", () -> stored("word/document.xml", "<a b='" + "x".repeat(20_000_000) + "'/>"));
        all.put("long-comment.docx", () -> stored("word/document.xml", "<a><!--" + "<x>".repeat(7_000_000) + "-->"));
        all.put("long-name.docx", () -> stored("word/document.xml", "<" + "x".repeat(20_000_000) + "/>"));
        all.put("many-names.docx", () -> stored("word/document.xml", names()));
        all.put("many-attributes.docx", () -> stored("word/document.xml", attributes()));
        all.put("long-text.docx", () -> stored("word/document.xml", "<t>" + "x".repeat(20_000_000) + "</t>"));
        all.put(
                "many-relations.docx",
                () -> stored(
                        "word/_rels/document.xml.rels",
                        "<Relationships>" + "<Relationship Id='a' Target='b'/>".repeat(200_000) + "</Relationships>"));
    }

    private static void workbooks(Map<String, Supplier<byte[]>> all) {
        all.put("many-strings.xlsx", () -> workbook("xl/sharedStrings.xml", strings()));
        all.put("cells-again-and-again.xlsx", () -> sheet("<c r='A1'><v>1</v></c>".repeat(300_000)));
        all.put("wide-rows.xlsx", () -> sheet(wide()));
        all.put("empty-cells.xlsx", () -> sheet("<row><c/></row>".repeat(500_000)));
        all.put(
                "long-format.xlsx",
                () -> workbook(
                        "xl/styles.xml",
                        "<s><numFmts><numFmt numFmtId='200' formatCode='" + "[a]0_(#".repeat(100_000)
                                + "'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></s>"));
        all.put("lying-tables.xls", () -> {
            byte[] workbook = Samples.xls();
            ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN).putInt(0x2C, 30_000);
            return workbook;
        });
    }

    private static void others(Map<String, Supplier<byte[]>> all) {
        all.put("endless-line.csv", () -> bytes("a,".repeat(10_000_000)));
        all.put("endless-quote.csv", () -> bytes("\"" + "a\n".repeat(10_000_000)));
        all.put("deep.html", () -> bytes("<html>" + "<div>".repeat(300_000)));
        all.put("wide.html", () -> bytes("<html>" + "<b>".repeat(2_500_000)));
        all.put("formatting.html", () -> bytes("<html>" + "<a><b><i><p>".repeat(250_000)));
        all.put("tables.html", () -> bytes("<html>" + "<table><tr><td>".repeat(100_000)));
        all.put("attributes.html", () -> bytes("<html><a " + "a b c d=e ".repeat(100_000) + ">"));
        all.put("deep.eml", () -> bytes("From: a@b\n" + nested(5_000)));
        all.put(
                "wide.eml",
                () -> bytes("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(500_000)));
        all.put("endless-header.eml", () -> bytes("From: " + "a".repeat(20_000_000)));
        all.put("many-headers.eml", () -> bytes("From: a@b\n" + "X: y\n".repeat(2_000_000)));
        all.put("encoded-header.eml", () -> bytes("From: a@b\nSubject: " + "=?utf-8?q?a?= ".repeat(300_000)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] part(String name, String content) {
        return Samples.with(Samples.docx(), Map.of(name, content));
    }

    static byte[] workbook(String name, String content) {
        return Samples.with(Samples.xlsx(), Map.of(name, content));
    }

    static byte[] sheet(String rows) {
        return workbook("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** Without compression, so that no ratio gives it away. */
    private static byte[] stored(String name, String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types><Default Extension='xml' ContentType='x.wordprocessingml.y'/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes("<Relationships><Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/>"
                        + "</Relationships>"));
        parts.put("word/document.xml", bytes("<w/>"));
        parts.put(name, bytes(content));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 crc = new CRC32();
                crc.update(part.getValue());
                entry.setCrc(crc.getValue());
                entry.setSize(part.getValue().length);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] entries(int count) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            parts.put("a" + i, new byte[0]);
        }
        return zip(parts);
    }

    private static byte[] duplicate() {
        String zip = new String(
                zip(Map.of("word/aaaa.xml", bytes("<a/>"), "word/bbbb.xml", bytes("<b/>"))),
                StandardCharsets.ISO_8859_1);
        return bytes(zip.replace("bbbb.xml", "aaaa.xml"));
    }

    /** Changes a number in the table of contents, in the last entry, as the offset says. */
    private static byte[] patched(int offset, int value) {
        byte[] zip = part("word/document.xml", "<w>" + "<p><t>a</t></p>".repeat(1_000_000));
        int last = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(last + (offset == 46 ? 42 : offset), value);
        return zip;
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
        }
        return text + "]><w><t>&a29;</t></w>";
    }

    private static String strings() {
        StringBuilder text = new StringBuilder("<sst>");
        for (int i = 0; i < 2_100_000; i++) {
            text.append("<si>").append(i * 7919L % 10_000_019).append("</si>");
        }
        return text + "</sst>";
    }

    private static String names() {
        StringBuilder text = new StringBuilder("<w>");
        for (int i = 0; i < 200_000; i++) {
            text.append("<n").append(i).append("/>");
        }
        return text + "</w>";
    }

    private static String attributes() {
        StringBuilder text = new StringBuilder("<w ");
        for (int i = 0; i < 100_000; i++) {
            text.append(" n").append(i).append("='1'");
        }
        return text + "/>";
    }

    private static String wide() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 16_384; row++) {
            String cell = CellRange.letters(row - 1) + row;
            rows.append("<row r='" + row + "'><c r='" + cell + "'><v>1</v></c></row>");
        }
        return rows.toString();
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        return mail + "\ntext";
    }
}
