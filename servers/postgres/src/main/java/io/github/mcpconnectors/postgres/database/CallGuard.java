package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.CalledName;
import io.github.mcpconnectors.postgres.sql.FunctionFact;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what one statement calls by what the catalog says of it, each name once. */
final class CallGuard {

    private final SqlStatement statement;
    private final FunctionRules functions;
    private final Connection connection;
    private final Set<CalledName> allowed = new HashSet<>();

    CallGuard(SqlStatement statement, FunctionRules functions, Connection connection) {
        this.statement = statement;
        this.functions = functions;
        this.connection = connection;
    }

    /** Refuses calls that the text shows, and those that these imply. */
    void checkWritten() throws SQLException {
        Set<CalledName> calls = statement.calls();
        allow(calls);
        allow(statement.callsInBody());
        allow(ImpliedCalls.written(statement, calls, connection).called());
    }

    /** Refuses calls of a plan, and of the views that the server has locked to plan; those of policies are not the caller's. */
    void checkPlanned(Set<CalledName> calls) throws SQLException {
        ImpliedCalls implied = ImpliedCalls.read(connection, Set.of());
        Set<String> written = statement.names();
        Set<CalledName> unknown = new HashSet<>(calls);
        unknown.removeIf(call -> allowed.contains(call) || (implied.imposes(call) && !written.contains(call.name())));
        allow(implied.called());
        if (!unknown.isEmpty()) {
            allow(unknown);
            allow(ImpliedCalls.written(statement, unknown, connection).called());
        }
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
        functions.requireAllowed(unknown, facts);
        allowed.addAll(unknown);
        Optional<SqlStatement> bodies = functions.bodies(unknown, facts);
        if (bodies.isPresent()) {
            allow(bodies.get().calls());
            allow(ImpliedCalls.inBody(bodies.get(), connection).called());
            allow(ImpliedCalls.read(connection, bodies.get().names()).called());
        }
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
}
