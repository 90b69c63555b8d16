package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says that a name means nothing, and which ones come near: the same in another schema, or nearly the same. */
public final class NearNames {

    /** More are not looked at. */
    static final int LIMIT = 20_000;

    private static final int TOLD = 3;

    /** A name and where it is. */
    record Name(String schema, String name) {

        static Name of(ResultSet row) throws SQLException {
            return new Name(row.getString(1), row.getString(2));
        }

        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    private NearNames() {}

    /** A failure whose message is such as: There is no view "ordres" in the schema public. There is: public.orders. */
    static ToolException notFound(String what, @Nullable String schema, String wanted, List<Name> there) {
        Set<String> near =
                new HashSet<>(Nearest.to(wanted, there.stream().map(Name::name).collect(Collectors.toSet()), TOLD));
        Set<String> whole = new HashSet<>(
                Nearest.to(wanted, there.stream().map(Name::toString).toList(), TOLD));
        String told = there.stream()
                .filter(name -> near.contains(name.name()) || whole.contains(name.toString()))
                .sorted(Comparator.comparing((Name name) ->
                                !name.name().equals(wanted) && !name.toString().equals(wanted))
                        .thenComparing(name -> !name.schema().equals(schema))
                        .thenComparing(Name::toString))
                .limit(TOLD)
                .map(Name::toString)
                .collect(Collectors.joining(", "));
        String where = schema == null ? " on the search path; name its schema if it is elsewhere." : " in that schema.";
        return new ToolException(
                Reason.NOT_FOUND,
                "There is no " + what + " of that name" + where + (told.isEmpty() ? "" : " There is: " + told + "."));
    }

    /** As above, for the columns of a table. */
    static ToolException noColumn(Relation relation, String wanted, List<String> columns) {
        return new ToolException(
                Reason.NOT_FOUND,
                relation + " has no such column that the role may use." + Nearest.hint(wanted, columns) + " It has: "
                        + columns.stream().limit(50).collect(Collectors.joining(", ")) + ".");
    }
}
