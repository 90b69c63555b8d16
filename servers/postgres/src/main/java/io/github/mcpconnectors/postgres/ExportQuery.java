package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.export.Draft;
import io.github.mcpconnectors.postgres.export.ExportFormat;
import io.github.mcpconnectors.postgres.export.Exports;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "export_query",
        title = "Export query",
        description = "Writes all rows of a query to a file that the client can read for an hour. All or none.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false,
        longRunning = true)
final class ExportQuery implements ToolHandler<ExportQuery.Input, ExportedQuery> {

    record Input(
            @Description("As in query") @Length(max = 65_536)
            String sql,

            @Description("Values of $1, $2, ...") @Default("")
            List<@Nullable Object> params,

            @Description("Format") @Default("csv") ExportFormat format,

            @Description("Refuse if more rows") @Range(min = 1, max = 100_000_000) @Nullable
            Integer maxRows,

            @Description("File name") @Nullable String fileName,

            @Description("Database") @Nullable String database) {

        String name() {
            String name = fileName == null ? "export" + format.suffix() : fileName;
            if (!name.matches("[\\w -][\\w. -]{0,99}")) {
                throw new ToolException(Reason.INVALID, "file_name may hold letters, digits, and . - _ only.");
            }
            return name;
        }
    }

    private final Databases databases;
    private final Exports exports;

    ExportQuery(Databases databases, Exports exports) {
        this.databases = databases;
        this.exports = exports;
    }

    @Override
    public ExportedQuery call(Input input, Call call) {
        Database database = databases.named(input.database());
        String name = input.name();
        int most = input.maxRows() == null ? Integer.MAX_VALUE : input.maxRows();
        try (Draft draft = exports.begin(call, input.format(), most)) {
            Limits limits = database.limits().forStream(draft.maxRows());
            ModelQuery query = new ModelQuery(input.sql(), input.params());
            Rows first = database.read(call, limits, session -> session.stream(query, draft));
            return ExportedQuery.of(draft.keep(database.name()), name, first);
        }
    }
}
