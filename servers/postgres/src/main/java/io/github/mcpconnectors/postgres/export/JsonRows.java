package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.postgres.database.StreamedColumn;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects: on lines of their own, or in a list. */
final class JsonRows implements RowText {

    private final boolean lines;
    private List<StreamedColumn> columns = List.of();
    private String before = "";

    JsonRows(boolean lines) {
        this.lines = lines;
    }

    @Override
    public String begin(List<StreamedColumn> columns) {
        this.columns = columns;
        if (columns.stream().map(StreamedColumn::name).distinct().count() < columns.size()) {
            throw new ToolException(
                    Reason.INVALID, "Two columns have the same name; name them apart with AS, or export as csv.");
        }
        return lines ? "" : "[";
    }

    @Override
    public String row(List<@Nullable String> texts) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            object.put(
                    columns.get(i).name(), text == null ? null : columns.get(i).value(text));
        }
        if (lines) {
            return JsonText.write(object) + "\n";
        }
        String row = before + "\n" + JsonText.write(object);
        before = ",";
        return row;
    }

    @Override
    public String end() {
        return lines ? "" : "\n]\n";
    }

    @Override
    public long changed() {
        return 0;
    }
}
