package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.postgres.sql.JdbcSql;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;

/** A model's statement on its way to the server: judged by its text, by the functions it calls, by its plan, then run. */
final class GuardedStatement {

    /** What constants may grow to while the server plans: far above what anybody needs, far below what hurts it. */
    private static final long CONSTANTS = 16L << 20;

    private final ModelQuery query;
    private final SqlStatement statement;
    private final JdbcSql jdbc;
    private final Connection connection;
    private final Limits limits;
    private final CallGuard calls;
    private int offset;

    /** What the guards go by. */
    record Guards(FunctionRules functions, Limits limits) {}

    private GuardedStatement(ModelQuery query, SqlStatement statement, Connection connection, Guards guards) {
        this.query = query;
        this.statement = statement;
        this.jdbc = query.isGeneric(statement.parameterCount()) ? statement.unboundJdbc() : statement.jdbc();
        this.connection = connection;
        this.limits = guards.limits;
        this.calls = new CallGuard(statement, guards.functions, connection);
    }

    /** How what was run is read. */
    private interface Reader<T> {

        T read(Statement executed) throws SQLException;
    }

    /** Refuses what is not one statement that reads. */
    static GuardedStatement read(ModelQuery query, Connection connection, Guards guards) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        statement.requireRead();
        return withValues(query, statement, connection, guards);
    }

    /** Refuses what is not one statement that reads or changes rows, tables and the like. */
    static GuardedStatement change(ModelQuery query, Connection connection, Guards guards) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        statement.requireChange();
        return withValues(query, statement, connection, guards);
    }

    /** Refuses what has no plan and, where it will be run for that, what does not only read. */
    static GuardedStatement explained(ModelQuery query, Connection connection, Guards guards, boolean analyze) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        statement.requireExplainable();
        if (analyze) {
            statement.requireRead();
        }
        if (analyze || !query.isGeneric(statement.parameterCount())) {
            return withValues(query, statement, connection, guards);
        }
        statement.requireSmallConstants(CONSTANTS);
        return new GuardedStatement(query, statement, connection, guards);
    }

    private static GuardedStatement withValues(
            ModelQuery query, SqlStatement statement, Connection connection, Guards guards) {
        statement.requireSmallConstants(CONSTANTS);
        if (statement.parameterCount() != query.values().size()) {
            throw new ToolException(
                    Reason.INVALID,
                    "The statement has " + statement.parameterCount() + " parameters ($1, $2, ...) and comes with "
                            + query.values().size() + " values; give one value for each.");
        }
        return new GuardedStatement(query, statement, connection, guards);
    }

    /** How many characters stand before the statement in what was last sent. */
    int offset() {
        return offset;
    }

    /** Refuses when the driver would send more than one statement, or when a name may call what is not allowed. */
    void checkFunctions() throws SQLException {
        int sent = Parser.parseJdbcSql(
                        jdbc.text(), standardStrings(), !query.values().isEmpty(), true, false, false)
                .size();
        if (sent != 1) {
            throw new ToolException(Reason.DENIED, "Send one statement at a time.");
        }
        calls.checkWritten();
    }

    private boolean standardStrings() throws SQLException {
        return connection.unwrap(BaseConnection.class).getStandardConformingStrings();
    }

    /** Views, and t.f for f(t), call functions that the text does not show; the plan does. */
    void checkPlan() throws SQLException {
        checkRead();
        if (statement.isExplainable()) {
            calls.checkPlanned(PlanCalls.in(explain("", jdbc.text())));
        }
    }

    /** What views and the like call may run while the server plans, so they are judged once it has parsed. */
    private void checkRead() throws SQLException {
        try (PreparedStatement parsed = connection.prepareStatement(jdbc.text())) {
            parsed.getMetaData();
        }
        calls.checkPlanned(Set.of());
    }

    /** The plan in JSON. What calls in it would do does not matter unless it is run; what constants gave shows in any. */
    Object plan(Explain how) throws SQLException {
        boolean generic = query.isGeneric(statement.parameterCount());
        if (how.analyze()) {
            checkPlan();
        } else if (!generic) {
            checkRead();
        }
        Object plan = generic ? genericPlan(how) : explain(how.options(), jdbc.text());
        calls.checkPlanned(Set.of());
        return plan;
    }

    private Object genericPlan(Explain how) throws SQLException {
        offset = GenericPlan.PREPARE.length();
        try (GenericPlan generic = GenericPlan.of(jdbc.text(), connection)) {
            calls.checkPlanned(Set.of());
            return explain(how.options(), generic.execute(statement.parameterCount()));
        }
    }

    private Object explain(String options, String planned) throws SQLException {
        String explain = "EXPLAIN (VERBOSE, FORMAT JSON" + options + ") ";
        offset = explain.length();
        String plan = execute(explain + planned, Fetch.atOnce(0), GuardedStatement::text);
        offset = 0;
        return JsonText.read(plan).orElseThrow(GuardedStatement::unreadable);
    }

    private static ToolException unreadable() {
        return new ToolException(Reason.DENIED, "The plan of the statement cannot be read, so it is not run.");
    }

    private static String text(Statement explained) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = explained.getResultSet()) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    /** Without running it; what it calls is judged by the text alone. */
    Described describe() throws SQLException {
        checkFunctions();
        try (PreparedStatement prepared = connection.prepareStatement(jdbc.text())) {
            ParameterMetaData parameters = prepared.getParameterMetaData();
            List<String> types = new ArrayList<>();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                types.add(parameters.getParameterTypeName(i));
            }
            ResultSetMetaData columns = prepared.getMetaData();
            return new Described(columns == null ? List.of() : RowReader.columns(columns), types);
        }
    }

    /** Rows as far as the limits allow. */
    RowReader run() throws SQLException {
        return run(Fetch.atOnce(limits.maxRows() + 1), this::rows);
    }

    /** Hands all rows to the sink, so many at a time that memory does not grow, and keeps the first ones. */
    RowReader stream(RowSink sink) throws SQLException {
        return run(Fetch.inPortions(limits.maxRows() + 1), executed -> {
            try (ResultSet rows = executed.getResultSet()) {
                return RowReader.stream(rows, limits, sink);
            }
        });
    }

    private RowReader run(Fetch fetch, Reader<RowReader> reader) throws SQLException {
        RowReader rows = execute(jdbc.text(), fetch, reader);
        if (statement.root().equals("explain")) {
            // It has only been planned, but its plan shows what calls with constants gave.
            calls.checkPlanned(Set.of());
        }
        return rows;
    }

    /** Rows if it gave any, else how many it changed. */
    Executed runChange(String database) throws SQLException {
        Executed done = execute(jdbc.text(), Fetch.atOnce(limits.maxRows() + 1), executed -> {
            long affected = executed.getLargeUpdateCount();
            return affected >= 0
                    ? new Executed(affected, null)
                    : new Executed(null, rows(executed).rows(database, 0));
        });
        if (!statement.isExplainable()) {
            // It could not be planned before, and may have read views, as CREATE TABLE AS does: then it is not kept.
            calls.checkPlanned(Set.of());
        }
        return done;
    }

    private RowReader rows(Statement executed) throws SQLException {
        try (ResultSet rows = executed.getResultSet()) {
            return RowReader.read(rows, limits);
        }
    }

    private <T> T execute(String sql, Fetch fetch, Reader<T> reader) throws SQLException {
        if (query.values().isEmpty()) {
            try (Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                fetch.applyTo(plain);
                plain.execute(sql);
                return reader.read(plain);
            }
        }
        try (PreparedStatement bound = connection.prepareStatement(sql)) {
            fetch.applyTo(bound);
            for (int i = 0; i < jdbc.parameters().size(); i++) {
                BoundValue.bind(
                        bound,
                        i + 1,
                        query.values().get(Integer.parseInt(jdbc.parameters().get(i)) - 1));
            }
            bound.execute();
            return reader.read(bound);
        }
    }
}
