package io.github.mcpconnectors.shared.documents;

import org.jsoup.nodes.Element;

/** The table that a page is being written in, if it holds data; one that only arranges the page is no table here. */
final class HtmlTable {

    private final Text out;
    private boolean open;
    private int rows;
    private int columns;

    HtmlTable(Text out) {
        this.out = out;
    }

    boolean isOpen() {
        return open;
    }

    /** A table that holds tables is there for the layout; so is one that says so, and one of a single column. */
    void start(Element element) {
        open = element.selectFirst("table table") == null
                && !element.attr("role").equals("presentation")
                && element.selectFirst("tr > * + *") != null;
        rows = 0;
    }

    void end() {
        open = false;
    }

    /** Like the following: false if no table is open, and nothing was done. */
    boolean startRow() {
        if (open) {
            columns = 0;
            out.line().append("|");
        }
        return open;
    }

    boolean endRow() {
        if (open) {
            out.append("\n");
            if (rows++ == 0) {
                Markdown.rule(out, Math.max(1, columns));
            }
        }
        return open;
    }

    boolean startCell() {
        if (open) {
            columns++;
            out.append(" ");
        }
        return open;
    }

    void endCell() {
        if (open) {
            out.append(out.endsWith(" ") ? "|" : " |");
        }
    }
}
