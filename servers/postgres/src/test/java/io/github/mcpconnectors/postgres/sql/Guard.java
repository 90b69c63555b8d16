package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that this package has to say of a statement, with the catalog of {@link Catalog15}. */
final class Guard {

    static final long MAX_BYTES = 8 << 20;

    private static final List<FunctionFact> FACTS = Catalog15.facts();
    private static final FunctionRules RULES = new FunctionRules(Set.of());

    private Guard() {}

    static Optional<ToolException> refusal(String sql) {
        return refusal(sql, Syntax.STANDARD);
    }

    static Optional<ToolException> refusal(String sql, Syntax syntax) {
        try {
            SqlStatement statement = SqlStatement.read(sql, syntax);
            statement.requireRead();
            statement.requireSmallConstants(MAX_BYTES);
            RULES.requireAllowed(statement.calls(), FACTS);
            return Optional.empty();
        } catch (ToolException refused) {
            return Optional.of(refused);
        }
    }
}
