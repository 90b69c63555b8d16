package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.postgres.database.StreamedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180) in which no value runs as a formula where a spreadsheet opens it (OWASP, CSV Injection). */
final class CsvRows implements RowText {

    /** The last four are the first four in full width, which some spreadsheets read alike. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** Numbers, dates and times begin with a sign and are harmless. */
    private static final Pattern NUMBER = Pattern.compile("[-+][0-9.,:]+([eE][-+]?[0-9]+)?|-[Ii]nfinity");

    private long changed;

    @Override
    public String begin(List<StreamedColumn> columns) {
        List<@Nullable String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.name()));
        String header = row(names);
        changed = 0;
        return header;
    }

    @Override
    public String row(List<@Nullable String> texts) {
        List<@Nullable String> guarded = new ArrayList<>(texts.size());
        texts.forEach(text -> guarded.add(guarded(text)));
        return Csv.line(guarded);
    }

    private @Nullable String guarded(@Nullable String text) {
        if (text == null
                || text.isEmpty()
                || FORMULA.indexOf(text.charAt(0)) < 0
                || NUMBER.matcher(text).matches()) {
            return text;
        }
        changed++;
        return "'" + text;
    }

    @Override
    public String end() {
        return "";
    }

    @Override
    public long changed() {
        return changed;
    }
}
