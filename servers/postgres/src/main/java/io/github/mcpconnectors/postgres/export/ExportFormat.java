package io.github.mcpconnectors.postgres.export;

/** How an export reads: a line for each row, but for line breaks inside of values. */
public enum ExportFormat {
    /** RFC 4180 with a header; values as the server writes them, null as nothing, the empty text as "". */
    CSV("text/csv"),
    /** An object for each row and line, its values as query gives them. */
    NDJSON("application/x-ndjson"),
    /** The same in a list. */
    JSON("application/json");

    private final String mimeType;

    ExportFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    String mimeType() {
        return mimeType;
    }

    public String suffix() {
        return "." + mimeType.substring(mimeType.lastIndexOf('/') + 1).replace("x-", "");
    }

    RowText text() {
        return switch (this) {
            case CSV -> new CsvRows();
            case NDJSON -> new JsonRows(true);
            case JSON -> new JsonRows(false);
        };
    }
}
