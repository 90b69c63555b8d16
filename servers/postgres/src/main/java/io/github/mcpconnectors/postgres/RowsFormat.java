package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.export.Csv;
import io.github.mcpconnectors.shared.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How rows read as text, with a first line that names the columns. */
enum RowsFormat {
    JSON,
    /** With all values as they are: only exports are opened by spreadsheets. */
    CSV,
    MARKDOWN;

    String text(Rows rows) {
        if (this == JSON) {
            return rows.text();
        }
        List<@Nullable String> names = new ArrayList<>();
        rows.columns().forEach(column -> names.add(column.name()));
        List<String> lines = new ArrayList<>(List.of(line(names)));
        if (this == MARKDOWN) {
            lines.add("|" + " --- |".repeat(names.size()) + "\n");
        }
        for (List<@Nullable Object> row : rows.rows()) {
            lines.add(line(texts(row)));
        }
        return String.join("", lines);
    }

    private static List<@Nullable String> texts(List<@Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(text(value)));
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value instanceof String text ? text : JsonText.write(value);
    }

    private String line(List<@Nullable String> texts) {
        return this == CSV
                ? Csv.line(texts)
                : texts.stream().map(RowsFormat::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Pipes and line breaks would end it. */
    private static String cell(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", "<br>");
    }
}
