package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text of a Word document in reading order; what tracked changes deleted is left out. */
final class WordReader {

    /** Deleted text, codes of fields, older spellings of what is there already, properties. */
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "instrText", "Fallback", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid");

    private final OfficePackage office;
    private final Source source;
    private final Text out;
    private final StringBuilder paragraph = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private WordStyles styles = WordStyles.NONE;
    private WordStyles.Paragraph style = WordStyles.PLAIN;
    private int tables;
    private int rows;
    private int pending;
    private boolean notes;

    WordReader(OfficePackage office, Source source) {
        this.office = office;
        this.source = source;
        out = source.text();
    }

    DocumentText read(String main) throws IOException {
        if (source.selection().pages() != null
                || source.selection().sheet() != null
                || source.selection().range() != null) {
            throw Problem.invalid("A Word document has no fixed pages, sheets or ranges. Leave these out.");
        }
        styles = WordStyles.read(office, main);
        try (Xml xml = office.part(main)) {
            body(xml);
        }
        if (notes) {
            footnotes(office.related(main, "/footnotes"));
        }
        return new DocumentText("docx", office.title(), out.toString(), null, List.of(), out.isTruncated());
    }

    private void body(Xml xml) throws IOException {
        while (!out.isTruncated() && xml.next()) {
            if (xml.isStart()) {
                start(xml);
            } else if (xml.isEnd()) {
                end(xml.name());
            }
        }
    }

    private void start(Xml xml) throws IOException {
        String name = xml.name();
        if (SKIPPED.contains(name)) {
            xml.skip();
            return;
        }
        switch (name) {
            case "t" -> add(xml.content(out.max()));
            case "tab" -> add("\t");
            case "br", "cr" -> add("\n");
            case "noBreakHyphen" -> add("-");
            case "footnoteReference" -> {
                notes = true;
                add("[^" + xml.attribute("id") + "]");
            }
            case "pPr" -> style = styles.paragraph(xml);
            case "tbl" -> {
                if (tables++ == 0) {
                    endParagraph();
                    out.block();
                    rows = 0;
                }
            }
            default -> {} // containers
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> {
                tables--;
                out.block();
            }
            default -> {} // containers
        }
    }

    private void add(String text) {
        pending += text.length();
        if (pending > out.max()) {
            out.truncate();
        } else {
            paragraph.append(text);
        }
    }

    private void endParagraph() {
        String text = paragraph.toString().strip();
        paragraph.setLength(0);
        if (tables > 0) {
            cell.append(cell.length() == 0 || text.isEmpty() ? "" : " ").append(text);
        } else {
            pending = 0;
            write(text);
        }
        style = WordStyles.PLAIN;
    }

    private void write(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (style.heading() > 0) {
            out.block().append(Markdown.heading(style.heading(), text.replace('\n', ' ')));
        } else if (style.isList()) {
            out.line().append(styles.bullet(style)).append(text);
        } else {
            out.block().append(text);
        }
        out.append("\n");
    }

    private void endCell() {
        if (tables == 1) {
            cells.add(cell.toString());
            pending += 3;
            cell.setLength(0);
        }
    }

    private void endRow() {
        if (tables == 1) {
            Markdown.row(out, cells);
            if (rows++ == 0) {
                Markdown.rule(out, cells.size());
            }
            cells.clear();
            pending = 0;
        }
    }

    private void footnotes(@Nullable String part) throws IOException {
        try (Xml xml = office.optional(part)) {
            while (xml != null && !out.isTruncated() && xml.next()) {
                // the typed ones are the separator lines
                if (xml.isStart("footnote") && xml.attribute("type") == null) {
                    out.block().append("[^" + xml.attribute("id") + "]: ");
                    note(xml);
                }
            }
        }
    }

    private void note(Xml xml) throws IOException {
        while (!xml.isEnd("footnote") && !out.isTruncated() && xml.next()) {
            if (xml.isStart("t")) {
                out.append(xml.content(out.max()));
            } else if (xml.isEnd("p")) {
                out.append(" ");
            }
        }
    }
}
