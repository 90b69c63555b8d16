package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.DeclaredTool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.ToolInfo;
import java.util.List;
import java.util.Map;

/** A declared tool that reads, the same way as a model's own query. */
final class DeclaredQuery implements ToolHandler<Arguments, Rows>, DeclaredTool {

    private final DeclaredStatement statement;
    private final Databases databases;
    private final List<Rows.Column> columns;

    /**
     * @param columns of its rows; none where they are not known
     */
    DeclaredQuery(DeclaredStatement statement, Databases databases, List<Rows.Column> columns) {
        this.statement = statement;
        this.databases = databases;
        this.columns = List.copyOf(columns);
    }

    @Override
    public ToolInfo info() {
        Declaration declaration = statement.declaration();
        return ToolInfo.reading(declaration.name(), declaration.heading(), declaration.description());
    }

    @Override
    public Map<String, Object> inputSchema() {
        return statement.inputSchema();
    }

    @Override
    public Map<String, Object> outputSchema(Map<String, Object> ofRecord) {
        return RowsSchema.of(ofRecord, columns);
    }

    @Override
    public Rows call(Arguments arguments, Call call) {
        Database database = statement.database(databases);
        ModelQuery query = statement.query(arguments, call.caller());
        return statement.named(
                () -> database.read(call, statement.limits(database), session -> session.declared(query)));
    }
}
