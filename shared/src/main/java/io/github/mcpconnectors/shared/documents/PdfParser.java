package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSUpdateInfo;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/** PDFBox' parser with bounds where it has none: what streams decode to, and the depth of the page tree. */
final class PdfParser extends PDFParser {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_NODES = 200_000;

    private final Budget budget;

    PdfParser(RandomAccessRead source, Budget budget) throws IOException {
        super(source);
        this.budget = budget;
        document.close();
        document = new Bounded();
    }

    /**
     * Hands the state of the document to each object as it is read. PDFBox would hand it on from object to object when
     * it repairs a file, by recursion, along a chain as long as the author of the file likes.
     */
    @Override
    public @Nullable COSBase dereferenceCOSObject(COSObject object) throws IOException {
        COSBase found = super.dereferenceCOSObject(object);
        if (found instanceof COSUpdateInfo owner) {
            owner.getUpdateState().setOriginDocumentState(document.getDocumentState());
        }
        return found;
    }

    /** Walks the page tree without recursion, as PDFBox will do with it, before it does. */
    @Override
    protected void checkPages(COSDictionary root) throws IOException {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> level = new ArrayDeque<>();
        COSDictionary pages = root.getCOSDictionary(COSName.PAGES);
        if (pages != null) {
            level.add(pages);
        }
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > MAX_DEPTH) {
                throw Problem.tooLarge("its pages are nested deeper than any program writes.");
            }
            level = kids(level, seen);
        }
        super.checkPages(root);
    }

    private Deque<COSDictionary> kids(Deque<COSDictionary> level, Set<COSDictionary> seen) {
        Deque<COSDictionary> next = new ArrayDeque<>();
        for (COSDictionary node : level) {
            COSArray kids = node.getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                budget.tick();
                if (kids.getObject(i) instanceof COSDictionary kid && seen.add(kid)) {
                    next.add(kid);
                }
            }
            if (seen.size() > MAX_NODES) {
                throw Problem.tooLarge("it has more than " + MAX_NODES + " pages.");
            }
        }
        return next;
    }

    private final class Bounded extends COSDocument {

        Bounded() {
            super(null, PdfParser.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new PdfStream(createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }
}
