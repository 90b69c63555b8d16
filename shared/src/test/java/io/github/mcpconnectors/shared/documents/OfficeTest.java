package io.github.mcpconnectors.shared.documents;

import static io.github.mcpconnectors.shared.documents.Reading.cells;
import static io.github.mcpconnectors.shared.documents.Reading.pages;
import static io.github.mcpconnectors.shared.documents.Reading.read;
import static io.github.mcpconnectors.shared.documents.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeTest {

    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static final String COSTS = """
            ## Sheet: Costs

            |  | A | B | D |
            | --- | --- | --- | --- |
            | 1 | day | amount | paid |
            | 2 | 2024-02-29 | 1,234.50 | TRUE |
            | 5 | 2024-03-01T13:30:00 | 2469 | day! |""";

    @Test
    void readsWordInReadingOrder() throws IOException {
        DocumentText text = read("a.docx", Samples.docx());
        assertThat(text.title()).isEqualTo("Minutes");
        assertThat(text.text()).isEqualTo("""
                        Before

                        ## Decisions

                        | who | what \\| when |
                        | --- | --- |
                        | Ann | all |

                        After""");
    }

    @Test
    void leavesOutWhatTrackedChangesDeleted() throws IOException {
        assertThat(word("<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"))
                .isEqualTo("kept");
    }

    @Test
    void numbersListsAsTheNumberingSays() throws IOException {
        String numbering = "<w:numbering " + WORD + "><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'>"
                + "<w:numFmt w:val='decimal'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl>"
                + "</w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>";
        String rels = "<Relationships><Relationship Id='n' Type='x/numbering' Target='numbering.xml'/></Relationships>";
        String body = item(0, "one") + item(1, "inner") + item(0, "two");
        byte[] document = Samples.with(
                Samples.docx(),
                Map.of(
                        "word/numbering.xml", numbering,
                        "word/_rels/document.xml.rels", rels,
                        "word/document.xml", "<w:document " + WORD + ">" + body + "</w:document>"));
        assertThat(read("a.docx", document).text()).isEqualTo("1. one\n  - inner\n2. two");
    }

    private static String item(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>"
                + text + "</w:t></w:r></w:p>";
    }

    @Test
    void appendsFootnotes() throws IOException {
        byte[] document = Samples.with(
                Samples.docx(),
                Map.of(
                        "word/footnotes.xml",
                        "<w:footnotes " + WORD + "><w:footnote w:id='-1' w:type='separator'/><w:footnote w:id='2'>"
                                + "<w:p><w:r><w:t>See there.</w:t></w:r></w:p></w:footnote></w:footnotes>",
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Id='f' Type='x/footnotes' Target='footnotes.xml'/></Relationships>",
                        "word/document.xml",
                        "<w:document " + WORD + "><w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id='2'/>"
                                + "</w:r></w:p></w:document>"));
        assertThat(read("a.docx", document).text()).isEqualTo("Claim[^2]\n\n[^2]: See there.");
    }

    private static String word(String body) throws IOException {
        String document = "<w:document " + WORD + ">" + body + "</w:document>";
        return read("a.docx", Samples.with(Samples.docx(), Map.of("word/document.xml", document)))
                .text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsWorkbooksWithFormattedValues(String format) throws IOException {
        DocumentText text = read("a." + format, workbook(format));
        assertThat(text.format()).isEqualTo(format);
        assertThat(text.sheets()).containsExactly("Costs", "2024");
        assertThat(text.text())
                .startsWith(COSTS)
                .endsWith("## Sheet: 2024 (hidden)\n\n|  | A |\n| --- | --- |\n| 1 | second |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsSheetByNameOrNumber(String format) throws IOException {
        String byName =
                read("a." + format, workbook(format), cells("costs", null)).text();
        assertThat(byName).isEqualTo(COSTS);
        assertThat(read("a." + format, workbook(format), cells("1", null)).text())
                .isEqualTo(COSTS);
        assertThat(read("a." + format, workbook(format), cells("2024", null)).text())
                .contains("second");
        assertThat(refusal("a." + format, workbook(format), cells("3", null)).reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsRangeOfTheFirstSheet(String format) throws IOException {
        assertThat(read("a." + format, workbook(format), cells(null, "B1:D2")).text())
                .isEqualTo("""
                        ## Sheet: Costs

                        |  | B | D |
                        | --- | --- | --- |
                        | 1 | amount | paid |
                        | 2 | 1,234.50 | TRUE |""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1", "B2:A1", "XFE1", "A1048577", "A1:B2:C3", "", "A0"})
    void refusesWhatIsNoRange(String range) {
        assertThat(refusal("a.xlsx", Samples.xlsx(), cells(null, range)).reason())
                .isEqualTo(Reason.INVALID);
    }

    private static byte[] workbook(String format) {
        return format.equals("xls") ? Samples.xls() : Samples.xlsx();
    }

    @Test
    void saysWhichRowsAreLeftOut() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 1000; row++) {
            rows.append("<row r='" + row + "'><c r='A" + row + "'><v>7</v></c></row>");
        }
        String sheet = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
        byte[] document = Samples.with(Samples.xlsx(), Map.of("xl/worksheets/sheet1.xml", sheet));
        Limits limits = new Limits(1 << 20, 1 << 20, Duration.ofSeconds(5), 1000);
        DocumentText text = read("a.xlsx", document, Selection.ALL, limits);
        assertThat(text.truncated()).isTrue();
        assertThat(text.text())
                .hasSizeLessThanOrEqualTo(1000)
                .contains("Rows from ")
                .endsWith("sheet and range.)");
    }

    @Test
    void readsSlidesWithNotesAndTables() throws IOException {
        DocumentText text = read("a.pptx", Samples.pptx());
        assertThat(text.pages()).isEqualTo(2);
        assertThat(text.text()).isEqualTo("""
                        --- slide 1 ---

                        First

                        Notes:

                        Say hello

                        --- slide 2 ---

                        | left | right |
                        | --- | --- |""");
        assertThat(read("a.pptx", Samples.pptx(), pages("2")).text())
                .startsWith("--- slide 2")
                .doesNotContain("First");
        assertThat(refusal("a.pptx", Samples.pptx(), pages("3-4")).reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void refusesPasswords() throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(Samples.docx());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            assertThat(refusal("a.docx", bytes.toByteArray())).hasMessageContaining("password");
        }
        org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword("secret");
        byte[] locked = Samples.xls();
        org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword(null);
        assertThat(refusal("a.xls", locked)).hasMessageContaining("password");
    }

    @Test
    void namesTheNewFormatForOldWord() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            assertThat(refusal("a.doc", bytes.toByteArray())).hasMessageContaining("docx");
        }
    }
}
