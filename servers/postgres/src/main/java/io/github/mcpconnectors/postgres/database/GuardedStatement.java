package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.CalledName;
import io.github.mcpconnectors.postgres.sql.FunctionFact;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.postgres.sql.JdbcSql;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final Guards guards;
    private final Set<CalledName> allowed = new HashSet<>();
    private int offset;

    /** What the guards go by. */
    record Guards(FunctionRules functions, Limits limits) {}

    private GuardedStatement(ModelQuery query, SqlStatement statement, Connection connection, Guards guards) {
        this.query = query;
        this.statement = statement;
        this.jdbc = query.isGeneric(statement.parameterCount()) ? statement.unboundJdbc() : statement.jdbc();
        this.connection = connection;
        this.guards = guards;
    }

    /** Refuses what is not one statement that reads. */
    static GuardedStatement read(ModelQuery query, Connection connection, Guards guards) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        statement.requireRead();
        statement.requireSmallConstants(CONSTANTS);
        requireValues(query, statement);
        return new GuardedStatement(query, statement, connection, guards);
    }

    /** Refuses what has no plan and, where it will be run for that, what does not only read. */
    static GuardedStatement explained(ModelQuery query, Connection connection, Guards guards, boolean analyze) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        statement.requireExplainable();
        statement.requireSmallConstants(CONSTANTS);
        if (analyze) {
            statement.requireRead();
        }
        if (analyze || !query.isGeneric(statement.parameterCount())) {
            requireValues(query, statement);
        }
        return new GuardedStatement(query, statement, connection, guards);
    }

    private static void requireValues(ModelQuery query, SqlStatement statement) {
        if (statement.parameterCount() != query.values().size()) {
            throw new ToolException(
                    Reason.INVALID,
                    "The statement has " + statement.parameterCount() + " parameters ($1, $2, ...) and comes with "
                            + query.values().size() + " values; give one value for each.");
        }
    }

    private boolean isGeneric() {
        return query.isGeneric(statement.parameterCount());
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
        Set<CalledName> calls = statement.calls();
        allow(calls);
        allow(ImpliedCalls.of(statement, calls, connection).called());
    }

    private boolean standardStrings() throws SQLException {
        return connection.unwrap(BaseConnection.class).getStandardConformingStrings();
    }

    private void allow(Set<CalledName> calls) throws SQLException {
        Set<CalledName> unknown = new HashSet<>(calls);
        unknown.removeAll(allowed);
        if (unknown.isEmpty()) {
            return;
        }
        List<FunctionFact> facts = new ArrayList<>();
        try (PreparedStatement catalog = connection.prepareStatement(FunctionRules.CATALOG_QUERY)) {
            Object[] names = unknown.stream().map(CalledName::name).distinct().toArray();
            catalog.setArray(1, connection.createArrayOf("text", names));
            try (ResultSet row = catalog.executeQuery()) {
                while (row.next()) {
                    facts.add(fact(row));
                }
            }
        }
        guards.functions.requireAllowed(unknown, facts);
        allowed.addAll(unknown);
        allow(guards.functions.inside(unknown, facts));
    }

    private static FunctionFact fact(ResultSet row) throws SQLException {
        return new FunctionFact(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9),
                row.getString(10));
    }

    /** Views, and t.f for f(t), call functions that the text does not show; the plan does. */
    void checkPlan() throws SQLException {
        if (Set.of("show", "explain").contains(statement.root())) {
            return;
        }
        checkPlanned(PlanCalls.in(explain("", jdbc.text())));
    }

    /** The plan in JSON. What calls in it would do does not matter unless it is run; what constants gave shows in any. */
    Object plan(Explain how) throws SQLException {
        if (how.analyze()) {
            checkPlan();
        }
        Object plan = isGeneric() ? genericPlan(how) : explain(how.options(), jdbc.text());
        checkPlanned(Set.of());
        return plan;
    }

    private Object genericPlan(Explain how) throws SQLException {
        offset = GenericPlan.PREPARE.length();
        try (GenericPlan generic = GenericPlan.of(jdbc.text(), connection)) {
            return explain(how.options(), generic.execute(statement.parameterCount()));
        }
    }

    private Object explain(String options, String planned) throws SQLException {
        String explain = "EXPLAIN (VERBOSE, FORMAT JSON" + options + ") ";
        offset = explain.length();
        String plan = execute(explain + planned, 0, GuardedStatement::text);
        offset = 0;
        return JsonText.read(plan).orElseThrow(GuardedStatement::unreadable);
    }

    private void checkPlanned(Set<CalledName> calls) throws SQLException {
        ImpliedCalls implied = ImpliedCalls.of(statement, Set.of(), connection);
        Set<String> written = statement.names();
        Set<CalledName> unknown = new HashSet<>(calls);
        unknown.removeIf(call -> allowed.contains(call) || (implied.imposes(call) && !written.contains(call.name())));
        allow(implied.called());
        if (!unknown.isEmpty()) {
            allow(unknown);
            allow(ImpliedCalls.of(statement, unknown, connection).called());
        }
    }

    private static ToolException unreadable() {
        return new ToolException(Reason.DENIED, "The plan of the statement cannot be read, so it is not run.");
    }

    private static String text(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            text.append(rows.getString(1)).append('\n');
        }
        return text.toString();
    }

    RowReader run() throws SQLException {
        RowReader rows =
                execute(jdbc.text(), guards.limits.maxRows() + 1, result -> RowReader.read(result, guards.limits));
        if (statement.root().equals("explain")) {
            // It has only been planned, but its plan shows what calls with constants gave.
            checkPlanned(Set.of());
        }
        return rows;
    }

    private <T> T execute(String sql, int maxRows, ReadSession.Mapper<T> reader) throws SQLException {
        if (query.values().isEmpty()) {
            try (Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                plain.setMaxRows(maxRows);
                try (ResultSet rows = plain.executeQuery(sql)) {
                    return reader.map(rows);
                }
            }
        }
        try (PreparedStatement bound = connection.prepareStatement(sql)) {
            bound.setMaxRows(maxRows);
            for (int i = 0; i < jdbc.parameters().size(); i++) {
                BoundValue.bind(
                        bound,
                        i + 1,
                        query.values().get(Integer.parseInt(jdbc.parameters().get(i)) - 1));
            }
            try (ResultSet rows = bound.executeQuery()) {
                return reader.map(rows);
            }
        }
    }
}
