package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.HypotheticalIndexes;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An index that a model asks for; hypopg knows these methods only. */
public record IndexInput(
        @Nullable String schema,
        String table,
        @Length(min = 1, max = 8) List<String> columns,

        @Pattern("btree|hash|brin") @Default("btree") String method) {

    /** Works while the planner believes in such indexes. */
    public static <T> T during(List<IndexInput> wanted, ReadSession session, HypotheticalIndexes.Work<T> work) {
        HypotheticalIndexes indexes = session.hypotheticalIndexes().orElseThrow(IndexInput::noHypopg);
        return indexes.during(
                wanted.stream().map(index -> index.inCatalog(session)).toList(), work);
    }

    private static ToolException noHypopg() {
        return new ToolException(
                Reason.UNAVAILABLE,
                "Hypothetical indexes need the extension hypopg, which is not installed in this database: CREATE EXTENSION"
                        + " hypopg, once its package is on the server. Leave hypothetical_indexes out meanwhile.");
    }

    /** The same index by the names that the catalog knows. */
    private NewIndex inCatalog(ReadSession session) {
        NewIndex.Method known = NewIndex.Method.valueOf(method.toUpperCase(Locale.ROOT));
        return Table.toIndex(session, schema, table).index(columns, known, false);
    }
}
