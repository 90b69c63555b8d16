package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.diagnosis.StatementIndexes.Recommendation;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.util.ArrayList;
import java.util.List;

/** Indexes for the statements that took the most time. */
final class WorkloadIndexes {

    private static final int STATEMENTS = 20;

    private WorkloadIndexes() {}

    /** Each in a transaction of its own, since those that cannot be planned here end it. */
    static List<Recommendation> of(Database database, Call call, List<String> notes) {
        List<String> statements =
                database.read(call, session -> StatementStatistics.in(session).workload(STATEMENTS));
        List<Recommendation> found = new ArrayList<>();
        int skipped = 0;
        for (String sql : statements) {
            try {
                found.addAll(database.read(call, session -> StatementIndexes.of(ModelQuery.of(sql), session)));
            } catch (ToolException e) {
                skipped++;
            }
        }
        notes.add("Of the workload " + (statements.size() - skipped) + " statements were planned and " + skipped
                + " could not be, such as those that use what this role may not.");
        return found;
    }
}
