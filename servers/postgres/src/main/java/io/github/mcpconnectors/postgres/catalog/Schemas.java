package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;

/** The schemas that the role may use. */
public final class Schemas {

    private static final String SQL = """
            SELECT nspname FROM pg_catalog.pg_namespace
            WHERE pg_catalog.has_schema_privilege(oid, 'USAGE') AND nspname !~ '^pg_(temp|toast)' ORDER BY nspname
            """;

    private Schemas() {}

    /** Tells an empty schema from one that is not there. */
    public static void require(ReadSession session, String name) {
        List<String> names = session.list(SQL, row -> row.getString(1));
        if (!names.contains(name)) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no schema of that name that the role may use." + Nearest.hint(name, names)
                            + " list_schemas tells which ones" + " there are.");
        }
    }
}
