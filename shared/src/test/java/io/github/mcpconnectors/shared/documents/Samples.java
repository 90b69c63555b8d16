package io.github.mcpconnectors.shared.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;

/** Documents for the tests, written by the programs' own libraries. */
final class Samples {

    private Samples() {}

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] pdf(@Nullable String password, String... pages) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                document.getDocumentInformation().setTitle("Report");
                for (String text : pages) {
                    PDPage page = new PDPage();
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                        content.newLineAtOffset(50, 700);
                        content.showText(text);
                        content.endText();
                    }
                }
                if (password != null) {
                    document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                }
                document.save(out);
            }
        });
    }

    static byte[] docx() {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.getProperties().getCoreProperties().setTitle("Minutes");
                document.createParagraph().createRun().setText("Before");
                var heading = document.createParagraph();
                heading.setStyle("Heading2");
                heading.createRun().setText("Decisions");
                XWPFTable table = document.createTable(2, 2);
                table.getRow(0).getCell(0).setText("who");
                table.getRow(0).getCell(1).setText("what | when");
                table.getRow(1).getCell(0).setText("Ann");
                table.getRow(1).getCell(1).setText("all");
                document.createParagraph().createRun().setText("After");
                document.write(out);
            }
        });
    }

    static byte[] xlsx() {
        return bytes(out -> {
            try (Workbook workbook = new XSSFWorkbook()) {
                fill(workbook);
                workbook.write(out);
            }
        });
    }

    static byte[] xls() {
        return bytes(out -> {
            try (Workbook workbook = new HSSFWorkbook()) {
                fill(workbook);
                workbook.write(out);
            }
        });
    }

    private static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("Costs");
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yy"));
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        Row header = sheet.createRow(0);
        header.createCell(0).setCellValue("day");
        header.createCell(1).setCellValue("amount");
        header.createCell(3).setCellValue("paid");
        Row row = sheet.createRow(1);
        row.createCell(0).setCellValue(LocalDate.of(2024, 2, 29));
        row.getCell(0).setCellStyle(date);
        row.createCell(1).setCellValue(1234.5);
        row.getCell(1).setCellStyle(money);
        row.createCell(3).setCellValue(true);
        Row moment = sheet.createRow(4);
        moment.createCell(0).setCellValue(LocalDateTime.of(2024, 3, 1, 13, 30));
        moment.getCell(0).setCellStyle(date);
        moment.createCell(1).setCellFormula("B2*2");
        moment.createCell(3).setCellFormula("A1&\"!\"");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.createSheet("2024").createRow(0).createCell(0).setCellValue("second");
        workbook.setSheetHidden(1, true);
    }

    static byte[] pptx() {
        return bytes(out -> {
            try (XMLSlideShow show = new XMLSlideShow()) {
                XSLFSlide slide = show.createSlide();
                slide.createTextBox().setText("First");
                if (show.getNotesSlide(slide).getPlaceholder(Placeholder.BODY) instanceof XSLFTextShape notes) {
                    notes.setText("Say hello");
                }
                XSLFTable table = show.createSlide().createTable(1, 2);
                table.getCell(0, 0).setText("left");
                table.getCell(0, 1).setText("right");
                show.write(out);
            }
        });
    }

    static byte[] eml() {
        return """
                Received: from a by b
                From: =?UTF-8?Q?J=C3=BCrgen?= <j@example.org>
                To: Ann <ann@example.org>
                Subject: =?UTF-8?B?R3LDvMOfZQ==?=
                Date: Mon, 1 Jan 2024 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=mixed

                --mixed
                Content-Type: multipart/alternative; boundary=alt

                --alt
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Caf=C3=A9 at 10?
                --alt
                Content-Type: text/html

                <p>Not this</p>
                --alt--
                --mixed
                Content-Type: application/pdf; name="plan.pdf"
                Content-Disposition: attachment; filename="plan.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --mixed--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A copy of an Office document with some of its parts replaced or added. */
    static byte[] with(byte[] document, Map<String, String> parts) {
        return bytes(out -> {
            Map<String, byte[]> all = new LinkedHashMap<>();
            try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(document))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    all.put(entry.getName(), in.readAllBytes());
                }
            }
            parts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : all.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
        });
    }
}
