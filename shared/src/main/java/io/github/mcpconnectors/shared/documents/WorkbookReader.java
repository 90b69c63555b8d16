package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text of an xlsx workbook, each sheet a table; streams, so that the size of a sheet does not matter. */
final class WorkbookReader {

    private final OfficePackage office;
    private final Source source;
    private final SharedStrings strings = new SharedStrings();
    private final CellFormats formats = new CellFormats();
    private final WorkbookStyles styles = new WorkbookStyles(formats);

    WorkbookReader(OfficePackage office, Source source) {
        this.office = office;
        this.source = source;
    }

    DocumentText read(String main) throws IOException {
        if (source.selection().pages() != null) {
            throw Problem.invalid("A workbook has sheets: choose one by sheet and range, and leave out pages.");
        }
        List<String> parts = new ArrayList<>();
        Sheets sheets = sheets(main, parts);
        try (Xml xml = office.optional(office.related(main, "/sharedStrings"))) {
            strings.read(xml);
        }
        try (Xml xml = office.optional(office.related(main, "/styles"))) {
            styles.read(xml);
        }
        Text out = source.text();
        for (int i = 0; i < parts.size() && !out.isTruncated(); i++) {
            if (sheets.isChosen(i)) {
                SheetTable table = new SheetTable(sheets.range(), out.room());
                cells(parts.get(i), table, sheets.range());
                sheets.write(i, table, out);
            }
        }
        return new DocumentText("xlsx", office.title(), out.toString(), null, sheets.names(), out.isTruncated());
    }

    private Sheets sheets(String main, List<String> parts) throws IOException {
        Map<String, OfficePackage.Relation> relations = office.relations(main);
        Sheets sheets = new Sheets(source.selection());
        try (Xml xml = office.part(main)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")
                        && List.of("1", "true").contains(String.valueOf(xml.attribute("date1904")))) {
                    formats.since1904();
                } else if (xml.isStart("sheet")) {
                    OfficePackage.Relation sheet = relations.get(String.valueOf(xml.attributeWithPrefix("id")));
                    boolean cells = sheet != null && sheet.type().endsWith("/worksheet");
                    parts.add(sheet != null && cells ? sheet.target() : "");
                    sheets.add(
                            String.valueOf(xml.attribute("name")),
                            String.valueOf(xml.attribute("state"))
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith("hidden"));
                }
            }
        }
        sheets.check();
        return sheets;
    }

    private void cells(String part, SheetTable table, CellRange range) throws IOException {
        try (Xml xml = office.optional(part)) {
            int row = -1;
            int column = -1;
            while (xml != null && !table.isFull() && xml.next()) {
                if (xml.isStart("row")) {
                    row = xml.number("r", row + 2) - 1;
                    column = -1;
                    // rows come in order, and the rest of the sheet may be long
                    if (row > range.lastRow()) {
                        return;
                    }
                } else if (xml.isStart("c")) {
                    String reference = xml.attribute("r");
                    long at = reference == null ? CellRange.cell(row, column + 1) : CellRange.cell(reference);
                    if (at < 0 || at >= CellRange.cell(CellRange.ROWS, 0)) {
                        throw Problem.damaged(new IOException("a cell beyond the sheet"));
                    }
                    column = CellRange.column(at);
                    if (range.contains(CellRange.row(at), column)) {
                        table.add(CellRange.row(at), column, value(xml));
                    } else {
                        xml.skip();
                    }
                }
            }
        }
    }

    private String value(Xml xml) throws IOException {
        String type = xml.attribute("t");
        int style = xml.number("s", -1);
        String value = "";
        while (!xml.isEnd("c") && xml.next()) {
            if (xml.isStart("v")) {
                value = xml.content(SheetTable.MAX_CELL);
            } else if (xml.isStart("is")) {
                value = SharedStrings.text(xml, "is");
            } else if (xml.isStart("f")) {
                xml.skip();
            }
        }
        return value.isEmpty() ? "" : value(type == null ? "n" : type, style, value);
    }

    private String value(String type, int style, String value) {
        return switch (type) {
            case "s" -> strings.get(value.strip());
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> styles.format(Double.parseDouble(value), style);
            default -> value;
        };
    }
}
