package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;

/** Failures that say where in the statement something is. */
final class Refusals {

    private Refusals() {}

    /** The statement is not what PostgreSQL could read. */
    static ToolException invalid(String sql, int offset, String problem) {
        return new ToolException(Reason.INVALID, problem + " (" + position(sql, offset) + ").");
    }

    /** The statement is well formed, but this server may not run it. */
    static ToolException denied(String problem) {
        return new ToolException(Reason.DENIED, problem);
    }

    private static String position(String sql, int offset) {
        String before = sql.substring(0, offset);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        String column = before.substring(before.lastIndexOf('\n') + 1);
        return "line " + line + ", column " + (column.codePointCount(0, column.length()) + 1);
    }
}
