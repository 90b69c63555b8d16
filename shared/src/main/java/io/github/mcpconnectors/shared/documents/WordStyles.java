package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which paragraphs of a Word document are headings and list items, as its styles and numberings say. */
final class WordStyles {

    static final WordStyles NONE = new WordStyles();
    static final Paragraph PLAIN = new Paragraph(0, null, 0);

    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");
    private static final int MAX = 10_000;

    /** A heading of level 1 to 9 or 0; the list it belongs to, and how deep it is in that. */
    record Paragraph(int heading, @Nullable String list, int level) {

        boolean isList() {
            return list != null && !list.equals("0");
        }
    }

    private final Map<String, Paragraph> styles = new HashMap<>();
    private final Map<String, String> abstractOf = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();
    private final Map<String, Integer> counters = new HashMap<>();

    static WordStyles read(OfficePackage office, String main) throws IOException {
        WordStyles styles = new WordStyles();
        try (Xml xml = office.optional(office.related(main, "/styles"))) {
            while (xml != null && xml.next()) {
                if (xml.isStart("style") && styles.styles.size() < MAX) {
                    styles.style(xml, String.valueOf(xml.attribute("styleId")));
                }
            }
        }
        try (Xml xml = office.optional(office.related(main, "/numbering"))) {
            if (xml != null) {
                styles.numbering(xml);
            }
        }
        return styles;
    }

    private void style(Xml xml, String id) throws IOException {
        int heading = 0;
        Paragraph paragraph = PLAIN;
        while (!xml.isEnd("style") && xml.next()) {
            if (xml.isStart("name")) {
                heading = heading(String.valueOf(xml.attribute("val")));
            } else if (xml.isStart("pPr")) {
                paragraph = paragraph(xml);
            }
        }
        styles.put(id, new Paragraph(heading > 0 ? heading : paragraph.heading, paragraph.list, paragraph.level));
    }

    private static int heading(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher matcher = HEADING.matcher(lower);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        return lower.equals("title") ? 1 : 0;
    }

    /** Reads the properties of the paragraph whose pPr has just started, up to their end. */
    Paragraph paragraph(Xml xml) throws IOException {
        Paragraph base = PLAIN;
        int heading = 0;
        String list = null;
        int level = 0;
        while (!xml.isEnd("pPr") && xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "pStyle" -> base = styled(String.valueOf(xml.attribute("val")));
                case "outlineLvl" -> heading = xml.number("val", 9) + 1;
                case "numId" -> list = xml.attribute("val");
                case "ilvl" -> level = Math.max(0, Math.min(8, xml.number("val", 0)));
                case "pPrChange", "rPr" -> xml.skip();
                default -> {} // how it looks
            }
        }
        // level 10 is body text
        int own = heading > 0 && heading < 10 ? heading : base.heading;
        return new Paragraph(own, list == null ? base.list : list, list == null ? base.level : level);
    }

    private Paragraph styled(String id) {
        Paragraph style = styles.get(id);
        // a document without a style part still calls its headings so
        return style != null ? style : new Paragraph(heading(id), null, 0);
    }

    private void numbering(Xml xml) throws IOException {
        String current = "";
        String level = "";
        while (xml.next() && numbered.size() < MAX && abstractOf.size() < MAX) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "abstractNum" -> current = "a" + xml.attribute("abstractNumId");
                case "num" -> current = String.valueOf(xml.attribute("numId"));
                case "abstractNumId" -> abstractOf.put(current, "a" + xml.attribute("val"));
                case "lvl" -> level = String.valueOf(xml.attribute("ilvl"));
                case "numFmt" -> {
                    if (!Set.of("bullet", "none").contains(String.valueOf(xml.attribute("val")))) {
                        numbered.add(current + ":" + level);
                    }
                }
                default -> {} // how it looks
            }
        }
    }

    /** What stands before the text of a list item; counts on the items of each numbered list. */
    String bullet(Paragraph item) {
        String list = String.valueOf(item.list);
        String indent = "  ".repeat(item.level);
        for (int deeper = item.level + 1; deeper <= 8; deeper++) {
            counters.remove(list + ":" + deeper);
        }
        if (!numbered.contains(abstractOf.get(list) + ":" + item.level)) {
            return indent + "- ";
        }
        return indent + counters.merge(list + ":" + item.level, 1, Integer::sum) + ". ";
    }
}
