package io.github.mcpconnectors.postgres.export;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) in which null is nothing and the empty text is "", as PostgreSQL has it. */
public final class Csv {

    /** Blanks around a value get lost where it is not in quotes. */
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$|^$");

    private Csv() {}

    /** With its end. */
    public static String line(List<@Nullable String> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",").append(field(values.get(i)));
        }
        return line.append("\r\n").toString();
    }

    private static String field(@Nullable String value) {
        return value == null ? "" : QUOTED.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
