package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;

/** A session of a client, as the server shows it; its number is given to others later, the time of its start is not. */
public record Backend(int pid, String started, String description, String statement) {

    private static final int STATEMENT_CHARS = 500;

    public record Signalled(int pid, boolean sent) {}

    private static final String FIND = """
            SELECT pid, backend_start::pg_catalog.text,
              pg_catalog.concat_ws(', ', usename, datname, application_name),
              pg_catalog.concat_ws(' ', query_start, query)
            FROM pg_catalog.pg_stat_activity WHERE pid = ? AND backend_type = 'client backend'
              AND pid <> pg_catalog.pg_backend_pid()
            """;

    public static Backend find(ReadSession session, int pid) {
        List<Backend> found = session.list(
                FIND, row -> new Backend(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)), pid);
        if (found.isEmpty()) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "No client has a session with the process id " + pid + ". It may be over by now.");
        }
        return found.get(0);
    }

    /** Consent to end what the session does now is none to end what it does next. */
    public Plan<Backend> planToCancel() {
        return Plan.ask(
                this,
                "Cancel the statement of " + shown() + "\n" + Clip.line(statement, STATEMENT_CHARS),
                pid + " " + started + " " + statement);
    }

    public Plan<Backend> planToTerminate() {
        return Plan.ask(this, "End " + shown(), pid + " " + started);
    }

    private String shown() {
        return "the session " + pid + " (" + Clip.line(description, STATEMENT_CHARS) + ", since " + started + ")?";
    }

    public Signalled cancel(ReadSession session) {
        return signalled(session.list("""
                SELECT pg_catalog.pg_cancel_backend(pid) FROM pg_catalog.pg_stat_activity
                WHERE pid = ? AND backend_start::pg_catalog.text = ?
                  AND pg_catalog.concat_ws(' ', query_start, query) = ?
                """, row -> row.getBoolean(1), pid, started, statement));
    }

    public Signalled terminate(ReadSession session) {
        return signalled(session.list("""
                SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity
                WHERE pid = ? AND backend_start::pg_catalog.text = ?
                """, row -> row.getBoolean(1), pid, started));
    }

    /** Not sent where the session, or its statement, was over by then. */
    private Signalled signalled(List<Boolean> sent) {
        return new Signalled(pid, sent.contains(true));
    }
}
