package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Executed;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model's statements that change something, all or none. What changes rows is rehearsed before a person is asked; what
 * changes tables is not, since its locks and rewrites would hurt as much as the real thing.
 */
public record Statements(Database database, String inWords, List<ModelQuery> queries) {

    private static final Duration LOCKS = Duration.ofSeconds(3);
    private static final int QUESTION_CHARS = 10_000;

    /** One for each statement; none where nothing was run. */
    public record Result(String database, boolean committed, List<Executed> results) implements Rendered {

        @Override
        public List<Content> blocks() {
            List<Content> blocks = new ArrayList<>();
            for (Executed result : results) {
                Rows rows = result.rows();
                if (rows == null) {
                    blocks.add(new Content.Text("[" + ChangedRows.count(count(result)) + " changed]"));
                } else {
                    blocks.addAll(rows.blocks());
                }
            }
            blocks.add(new Content.Text(committed ? "Committed." : "Rolled back: nothing was changed."));
            return blocks;
        }

        private List<Long> counts() {
            return results.stream().map(Result::count).toList();
        }

        private static long count(Executed result) {
            Rows rows = result.rows();
            Long affected = result.affected();
            return rows != null ? rows.rowCount() : affected == null ? 0 : affected;
        }
    }

    public Plan<Result> plan(Call call, boolean dryRun) {
        boolean rehearsed = dryRun || changesRowsOnly();
        List<Executed> results =
                database.rehearse(call, Writing.TABLES, session -> rehearsed ? run(session) : check(session));
        Result result = new Result(database.name(), false, results);
        return dryRun ? Plan.harmless(result) : Plan.ask(result, question(result), fingerprint(result));
    }

    /** Keeps what was planned, if it still changes as many rows. */
    public Result apply(Call call, boolean dryRun, Result planned) {
        if (dryRun) {
            return planned;
        }
        List<Executed> results = database.write(call, Writing.TABLES, session -> {
            List<Executed> run = run(session);
            Result now = new Result(database.name(), true, run);
            if (!planned.results().isEmpty() && !planned.counts().equals(now.counts())) {
                throw new ToolException(
                        Reason.CONFLICT, "It would change other rows by now; nothing was done. Call again.");
            }
            return run;
        });
        return new Result(database.name(), true, results);
    }

    private boolean changesRowsOnly() {
        return queries.stream()
                .allMatch(
                        query -> SqlStatement.read(query.sql(), Syntax.STANDARD).isExplainable());
    }

    private List<Executed> run(WriteSession session) {
        session.waitForLocks(LOCKS);
        List<Executed> results = new ArrayList<>();
        for (ModelQuery query : queries) {
            try {
                results.add(session.execute(query));
            } catch (ToolException e) {
                throw queries.size() == 1 ? e : inPlace(results.size() + 1, e);
            }
        }
        return results;
    }

    private static ToolException inPlace(int number, ToolException e) {
        return new ToolException(
                e.reason(), "Statement " + number + ": " + e.getMessage() + " Nothing was changed.", e);
    }

    private List<Executed> check(WriteSession session) {
        queries.forEach(session::check);
        return List.of();
    }

    private String question(Result result) {
        String changes = result.counts().stream()
                .map(ChangedRows::count)
                .collect(Collectors.joining(", ", " It concerns ", "."));
        String head = inWords + " in the database " + database.name() + "?"
                + (result.results().isEmpty() ? "" : changes);
        String text = text();
        int more = text.length() - QUESTION_CHARS;
        return head + "\n" + Clip.head(text, QUESTION_CHARS) + (more > 0 ? "…(+" + more + " characters)" : "");
    }

    private String text() {
        return queries.stream()
                .map(query ->
                        query.sql() + (query.values().isEmpty() ? "" : "\nwith " + JsonText.write(query.values())))
                .collect(Collectors.joining(";\n"));
    }

    private String fingerprint(Result result) {
        return Digests.hexOf((text() + "\n" + result.counts()).getBytes(StandardCharsets.UTF_8));
    }
}
