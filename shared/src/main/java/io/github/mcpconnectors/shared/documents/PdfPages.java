package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the text of the chosen pages, and stops wherever the budget says so. */
final class PdfPages extends PDFTextStripper {

    /** A dense page has 10,000; each is an object of a few hundred bytes until the page ends. */
    private static final int MAX_GLYPHS = 100_000;

    private static final int MAX_PARENTS = 200;

    private final Pages pages;
    private final Text out;
    private final Budget budget;
    private int count;
    private int glyphs;
    private boolean text;

    PdfPages(Pages pages, Text out, Budget budget) {
        this.pages = pages;
        this.out = out;
        this.budget = budget;
        setShouldSeparateByBeads(false);
        setLineSeparator("\n");
        setPageEnd("\n");
    }

    /** Pages of the whole document. */
    int count() {
        return count;
    }

    boolean hasText() {
        return text;
    }

    Writer sink() {
        return new Writer() {
            @Override
            public void write(char[] chars, int offset, int length) {
                budget.tick();
                out.append(new String(chars, offset, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Override
    protected void processPages(PDPageTree tree) throws IOException {
        for (PDPage ignored : tree) {
            count++;
        }
        super.processPages(tree);
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        budget.check();
        int number = getCurrentPageNo();
        if (!pages.contains(number) || out.isTruncated()) {
            return;
        }
        checkParents(page.getCOSObject());
        budget.released();
        glyphs = 0;
        out.block().append("--- page " + number + " ---\n");
        super.processPage(page);
    }

    /** PDFBox follows these by recursion. */
    private static void checkParents(COSDictionary page) {
        COSDictionary node = page;
        for (int depth = 0; node != null; depth++) {
            if (depth > MAX_PARENTS) {
                throw Problem.tooLarge("its pages are nested deeper than any program writes.");
            }
            node = node.getCOSDictionary(COSName.PARENT, COSName.P);
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.tick();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        budget.tick();
        text = true;
        if (++glyphs <= MAX_GLYPHS) {
            super.processTextPosition(glyph);
        } else {
            out.truncate();
        }
    }
}
