package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

/** What a command of maintenance did. */
public record Maintained(
        String database, String command, @Nullable String warning) {

    /** The server only warns when the role may not, and skips the table that it names; other warnings are told. */
    public static Maintained of(@Nullable String warning, String command, Relation table, String database) {
        if (warning != null && warning.contains(Identifiers.quote(table.name()))) {
            throw new ToolException(
                    Reason.DENIED, "Nothing was done: " + Clip.line(warning, 300) + ". It takes the table's owner.");
        }
        return new Maintained(database, command, warning);
    }
}
