package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement that makes something.
 *
 * @param signature of a function its arguments, of a trigger its table
 */
public record Definition(
        String schema,
        String name,
        @Nullable String signature,
        String ddl,
        @Nullable String language,
        @Nullable String volatility,
        @Nullable Boolean securityDefiner) {

    private static final String BY_NAME = """
            SELECT schema, name, signature, ddl, language, volatility, definer FROM (%s) found
            WHERE name = ?::pg_catalog.text AND (schema = ?::pg_catalog.text OR (?::pg_catalog.text IS NULL AND visible))
              AND (?::pg_catalog.text IS NULL OR pg_catalog.btrim(?::pg_catalog.text, ' ()') IN (signature, types))
            ORDER BY NOT visible, schema, signature
            """;

    private static final String NAMES = """
            SELECT DISTINCT schema, name FROM (%s) found WHERE schema !~ '^pg_' AND schema <> 'information_schema' LIMIT\s""" + NearNames.LIMIT;

    /** What is asked for; a name is exactly as the catalog spells it, and without a schema it is on the search path. */
    public record Wanted(
            DefinitionKind kind,
            @Nullable String schema,
            String name,
            @Nullable String signature) {}

    /** The only one of this name and signature. */
    public static Definition find(ReadSession session, Wanted wanted) {
        List<Definition> found = list(session, wanted, wanted.signature());
        if (found.size() == 1) {
            return found.get(0);
        }
        List<Definition> all = found.isEmpty() ? all(session, wanted) : found;
        throw new ToolException(
                found.isEmpty() ? Reason.NOT_FOUND : Reason.INVALID,
                "Say which one with signature: "
                        + all.stream()
                                .map(one -> "\"" + one.signature() + "\" in the schema " + one.schema())
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    /** All of this name, whatever their signatures. */
    public static List<Definition> all(ReadSession session, Wanted wanted) {
        List<Definition> all = list(session, wanted, null);
        if (all.isEmpty() && wanted.schema() != null) {
            Schemas.require(session, wanted.schema());
        }
        if (all.isEmpty()) {
            String names = NAMES.formatted(wanted.kind().sql());
            throw NearNames.notFound(
                    wanted.kind().noun(), wanted.schema(), wanted.name(), session.list(names, NearNames.Name::of));
        }
        return all;
    }

    private static List<Definition> list(ReadSession session, Wanted wanted, @Nullable String signature) {
        return session.list(
                BY_NAME.formatted(wanted.kind().sql()),
                Definition::of,
                wanted.name(),
                wanted.schema(),
                wanted.schema(),
                signature,
                signature);
    }

    private static Definition of(ResultSet row) throws SQLException {
        return new Definition(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Boolean.class));
    }
}
