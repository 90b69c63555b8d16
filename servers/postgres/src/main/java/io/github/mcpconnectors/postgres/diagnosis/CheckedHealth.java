package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one check found. */
public record CheckedHealth(
        HealthCheck name,
        Status status,
        List<String> evidence,
        @Nullable String advice) {

    /** From what needs nothing to what needs somebody now. Unavailable is what this role cannot see. */
    public enum Status {
        OK,
        UNAVAILABLE,
        WARN,
        FAIL
    }

    private static final int MOST = 20;

    private record Found(Status status, String evidence) {}

    /** In a transaction of its own: a check that may not look, or takes too long, spoils no other. */
    public static CheckedHealth of(HealthCheck check, Database database, Call call) {
        try {
            return database.read(
                    call,
                    session -> of(
                            check,
                            session.list(
                                    check.sql(),
                                    row -> new Found(Status.valueOf(row.getString(1)), row.getString(2)))));
        } catch (ToolException e) {
            if (e.reason() == Reason.DENIED || e.reason() == Reason.NOT_FOUND || e.reason() == Reason.TIMEOUT) {
                return new CheckedHealth(check, Status.UNAVAILABLE, List.of(String.valueOf(e.getMessage())), null);
            }
            throw e;
        }
    }

    private static CheckedHealth of(HealthCheck check, List<Found> found) {
        Status worst = found.stream().map(Found::status).max(Status::compareTo).orElse(Status.OK);
        List<String> evidence = found.stream().limit(MOST).map(Found::evidence).toList();
        return new CheckedHealth(check, worst, evidence, worst.compareTo(Status.WARN) < 0 ? null : check.advice());
    }
}
