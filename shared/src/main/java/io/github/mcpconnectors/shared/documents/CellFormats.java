package io.github.mcpconnectors.shared.documents;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Numbers as a workbook shows them, except that dates are ISO 8601. */
final class CellFormats {

    private static final String GENERAL = "General";
    /** What Excel allows; longer ones would only exercise the regular expressions of the formatter. */
    private static final int MAX_PATTERN = 255;

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private boolean since1904;

    /** Old workbooks from a Mac count days from 1904. */
    void since1904() {
        since1904 = true;
    }

    String format(double value, int index, @Nullable String pattern) {
        String known = pattern == null || pattern.length() > MAX_PATTERN ? GENERAL : pattern;
        if (DateUtil.isADateFormat(index, known) && DateUtil.isValidExcelDate(value) && !known.contains("[")) {
            return date(value);
        }
        return formatter.formatRawCellContents(value, index, known, since1904).strip();
    }

    private String date(double value) {
        LocalDateTime date = DateUtil.getLocalDateTime(value, since1904, true);
        if (value < 1 && value > 0) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(date.toLocalTime());
        }
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date);
    }
}
