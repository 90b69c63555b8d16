package io.github.mcpconnectors.shared.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A zipped Office document (ECMA-376 part 2): parts that point to each other by relationships. Nothing outside the
 * package is ever looked up.
 */
final class OfficePackage implements Closeable {

    private static final int MAX_RELATIONS = 100_000;
    private static final int MAX_TITLE = 500;

    /** The end of the type says what it is: strict and transitional files differ in its beginning. */
    record Relation(String type, String target) {}

    private final Archive archive;
    private final Budget budget;

    private OfficePackage(Archive archive, Budget budget) {
        this.archive = archive;
        this.budget = budget;
    }

    static DocumentText read(Source source) throws IOException {
        try (OfficePackage office = new OfficePackage(Archive.open(source), source.budget())) {
            String main = office.related("", "/officeDocument");
            if (main == null) {
                throw Problem.invalid(
                        office.archive.has("mimetype")
                                ? Format.OPEN_DOCUMENT.unsupported()
                                : "This zip file is not a Word, Excel or PowerPoint document.");
            }
            return office.read(main, source);
        }
    }

    private DocumentText read(String main, Source source) throws IOException {
        String type = contentType(main);
        if (type.contains("wordprocessingml") || type.contains("ms-word")) {
            return new WordReader(this, source).read(main);
        }
        if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
            return new SlidesReader(this, source).read(main);
        }
        if (type.contains("ms-excel.sheet.binary")) {
            throw Problem.invalid("Binary workbooks (xlsb) are not supported. Save it as xlsx and read that.");
        }
        if (type.contains("spreadsheetml") || type.contains("ms-excel")) {
            return new WorkbookReader(this, source).read(main);
        }
        throw Problem.invalid("This Office document is neither Word, Excel nor PowerPoint.");
    }

    private String contentType(String part) throws IOException {
        String extension = part.substring(part.lastIndexOf('.') + 1);
        String byExtension = "";
        try (Xml xml = part("[Content_Types].xml")) {
            while (xml.next()) {
                if (xml.isStart("Override")
                        && path("", xml.attribute("PartName")).equalsIgnoreCase(part)) {
                    return String.valueOf(xml.attribute("ContentType"));
                }
                if (xml.isStart("Default") && extension.equalsIgnoreCase(xml.attribute("Extension"))) {
                    byExtension = String.valueOf(xml.attribute("ContentType"));
                }
            }
        }
        return byExtension;
    }

    Xml part(String name) throws IOException {
        Xml xml = optional(name);
        if (xml == null) {
            throw Problem.invalid("The document is damaged: a part that it refers to is missing.");
        }
        return xml;
    }

    @Nullable
    Xml optional(@Nullable String name) throws IOException {
        InputStream in = name == null ? null : archive.open(name);
        return in == null ? null : Xml.open(in, budget);
    }

    /** The relationships of a part by id; those of the package itself belong to the empty name. */
    Map<String, Relation> relations(String part) throws IOException {
        int name = part.lastIndexOf('/') + 1;
        Map<String, Relation> relations = new LinkedHashMap<>();
        try (Xml xml = optional(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels")) {
            while (xml != null && xml.next() && relations.size() < MAX_RELATIONS) {
                if (xml.isStart("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                    String target = path(part.substring(0, name), xml.attribute("Target"));
                    relations.put(
                            String.valueOf(xml.attribute("Id")),
                            new Relation(String.valueOf(xml.attribute("Type")), target));
                }
            }
        }
        return relations;
    }

    /** The part that is related in this way, if there is one. */
    @Nullable
    String related(String part, String type) throws IOException {
        return relations(part).values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String title() throws IOException {
        try (Xml xml = optional(related("", "/core-properties"))) {
            while (xml != null && xml.next()) {
                if (xml.isStart("title")) {
                    String title = xml.content(MAX_TITLE).strip();
                    return title.isEmpty() ? null : title;
                }
            }
        }
        return null;
    }

    private static String path(String folder, @Nullable String target) {
        String path = target == null ? "" : target.startsWith("/") ? target : folder + target;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
