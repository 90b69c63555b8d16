package io.github.mcpconnectors.shared.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** A web page as Markdown: what a reader would see of it, and nothing that it points to. */
final class HtmlReader {

    /** The whole page is held as a tree, dozens of times larger than its source. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_DEPTH = 256;
    private static final int MAX_TITLE = 500;

    private HtmlReader() {}

    static DocumentText read(Source source) throws IOException {
        Text out = source.text();
        String title;
        try (InputStream in = source.stream()) {
            title = convert(in, null, out, source.budget());
        }
        return new DocumentText("html", title, out.toString(), null, List.of(), out.isTruncated());
    }

    /** Writes the page and returns its title; without a charset the page says itself. */
    static @Nullable String convert(InputStream in, @Nullable String charset, Text out, Budget budget)
            throws IOException {
        Clipped clipped = new Clipped(in, budget);
        Document page = Jsoup.parse(clipped, charset, "", Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        NodeTraversor.filter(new HtmlText(out, budget), page);
        if (clipped.left == 0) {
            out.truncate();
        }
        String title = page.title().strip();
        return title.isEmpty() ? null : title.substring(0, Math.min(MAX_TITLE, title.length()));
    }

    private static final class Clipped extends FilterInputStream {

        private final Budget budget;
        private int left = MAX_BYTES;

        Clipped(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            budget.check();
            if (left == 0) {
                return -1;
            }
            int read = super.read(target, offset, Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
