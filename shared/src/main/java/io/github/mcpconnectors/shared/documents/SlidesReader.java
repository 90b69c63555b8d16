package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text of a PowerPoint presentation, slide by slide in the order of the show, with the speaker's notes. */
final class SlidesReader {

    private static final int MAX_SLIDES = 10_000;

    private final OfficePackage office;
    private final Source source;
    private final Text out;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable StringBuilder cell;
    private boolean title;
    private boolean number;
    private int rows;
    private int pending;

    SlidesReader(OfficePackage office, Source source) {
        this.office = office;
        this.source = source;
        out = source.text();
    }

    DocumentText read(String main) throws IOException {
        if (source.selection().sheet() != null || source.selection().range() != null) {
            throw Problem.invalid("A presentation has slides: choose them by pages, and leave out sheet and range.");
        }
        Pages pages = Pages.parse(source.selection().pages());
        List<String> slides = slides(main);
        pages.checkAgainst(slides.size());
        for (int i = 0; i < slides.size() && !out.isTruncated(); i++) {
            if (pages.contains(i + 1)) {
                out.block().append("--- slide " + (i + 1) + " ---\n\n");
                slide(slides.get(i));
            }
        }
        return new DocumentText("pptx", office.title(), out.toString(), slides.size(), List.of(), out.isTruncated());
    }

    private List<String> slides(String main) throws IOException {
        Map<String, OfficePackage.Relation> relations = office.relations(main);
        List<String> slides = new ArrayList<>();
        try (Xml xml = office.part(main)) {
            while (xml.next()) {
                OfficePackage.Relation slide = xml.isStart("sldId") ? relations.get(relation(xml)) : null;
                if (slide != null) {
                    slides.add(slide.target());
                }
                if (slides.size() > MAX_SLIDES) {
                    throw Problem.tooLarge("it lists more than " + MAX_SLIDES + " slides.");
                }
            }
        }
        return slides;
    }

    private static String relation(Xml xml) {
        // both attributes are called id; the other one is the number of the slide
        return String.valueOf(xml.attributeWithPrefix("id"));
    }

    private void slide(String part) throws IOException {
        try (Xml xml = office.part(part)) {
            shapes(xml);
        }
        String notes = office.related(part, "/notesSlide");
        if (notes != null && !out.isTruncated()) {
            out.block().append("Notes:\n");
            try (Xml xml = office.part(notes)) {
                shapes(xml);
            }
        }
        source.budget().check();
    }

    private void shapes(Xml xml) throws IOException {
        while (!out.isTruncated() && xml.next()) {
            if (xml.isStart()) {
                start(xml);
            } else if (xml.isEnd()) {
                end(xml.name());
            }
        }
    }

    private void start(Xml xml) throws IOException {
        switch (xml.name()) {
            case "t" -> add(xml.content(out.max()));
            case "br" -> add("\n");
            case "tab" -> add("\t");
            case "ph" -> placeholder(String.valueOf(xml.attribute("type")));
            case "tbl" -> {
                out.block();
                rows = 0;
            }
            case "tc" -> cell = new StringBuilder();
            case "Fallback" -> xml.skip();
            default -> {} // containers and looks
        }
    }

    private void placeholder(String type) {
        title = type.equals("title") || type.equals("ctrTitle");
        number = type.equals("sldNum") || type.equals("dt") || type.equals("ftr");
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "sp", "graphicFrame" -> {
                title = false;
                number = false;
                out.block();
            }
            case "tc" -> {
                cells.add(cell == null ? "" : cell.toString());
                cell = null;
            }
            case "tr" -> endRow();
            default -> {} // containers and looks
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
        if (cell != null) {
            pending += 3;
            cell.append(cell.length() == 0 || text.isEmpty() ? "" : " ").append(text);
            return;
        }
        pending = 0;
        if (!text.isEmpty() && !number) {
            out.line()
                    .append(title ? Markdown.heading(2, text.replace('\n', ' ')) : text)
                    .append("\n");
        }
    }

    private void endRow() {
        Markdown.row(out, cells);
        if (rows++ == 0) {
            Markdown.rule(out, cells.size());
        }
        cells.clear();
        pending = 0;
    }
}
