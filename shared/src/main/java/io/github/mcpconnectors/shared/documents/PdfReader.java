package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/** Text of a PDF, page by page. */
final class PdfReader {

    private static final int MAX_TITLE = 500;

    static {
        // PDFBox' own would search the machine for fonts and keep what it finds in the home directory
        FontMappers.set(new BuiltInFont());
    }

    private PdfReader() {}

    static DocumentText read(Source source) throws IOException {
        Pages pages = Pages.parse(source.selection().pages());
        PdfBytes bytes = new PdfBytes(source.channel());
        try (PDDocument document = new PdfParser(bytes, source.budget()).parse()) {
            source.budget().released();
            Text out = source.text();
            PdfPages stripper = new PdfPages(pages, out, source.budget());
            stripper.writeText(document, stripper.sink());
            pages.checkAgainst(stripper.count());
            if (!stripper.hasText()) {
                out.block().append("(No text: the pages are empty, or pictures of pages.)");
            }
            return new DocumentText(
                    "pdf", title(document), out.toString(), stripper.count(), List.of(), out.isTruncated());
        } catch (InvalidPasswordException e) {
            throw Problem.locked();
        }
    }

    private static @Nullable String title(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        String title = information.getTitle();
        if (title == null || title.isBlank()) {
            return null;
        }
        return title.strip().substring(0, Math.min(MAX_TITLE, title.strip().length()));
    }
}
