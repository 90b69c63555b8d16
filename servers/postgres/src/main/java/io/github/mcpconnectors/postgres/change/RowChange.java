package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.postgres.select.Filter;
import io.github.mcpconnectors.postgres.select.Where;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change of the rows that meet all filters. To plan it, it is done and rolled back; so what is planned is what happens. */
public final class RowChange {

    private static final int SAMPLE = 5;
    private static final int QUESTION_CHARS = 1_500;
    private static final String DIGEST =
            "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(%s, 'UTF8')), 'hex')";
    private static final String ROW = DIGEST.formatted("(t.*)::pg_catalog.text");

    /** Which rows, and how many of them at most. */
    public record Request(@Nullable String schema, String table, List<Filter> filters, int maxAffected) {}

    /** What it does, and a fingerprint of the rows as they were before. */
    public record Outcome(String table, long affected, Rows before, String fingerprint) {}

    private final Request request;
    private final Function<Table, BoundSql> verb;
    private final String inWords;

    /**
     * @param verb what comes before WHERE, with the table as t
     */
    private RowChange(Request request, Function<Table, BoundSql> verb, String inWords) {
        this.request = request;
        this.verb = verb;
        this.inWords = inWords;
    }

    public static RowChange delete(Request request) {
        return new RowChange(
                request,
                table -> new BoundSql().add("DELETE FROM " + table.relation().quoted() + " AS t"),
                "Delete");
    }

    /** Sets columns to values. */
    public static RowChange update(Request request, Map<String, @Nullable Object> set) {
        if (set.isEmpty()) {
            throw new ToolException(Reason.INVALID, "Say in set which columns get which values.");
        }
        return new RowChange(request, table -> update(table, set), "Set " + JsonText.write(set) + " in");
    }

    private static BoundSql update(Table table, Map<String, @Nullable Object> set) {
        BoundSql sql = new BoundSql().add("UPDATE " + table.relation().quoted() + " AS t");
        String before = " SET ";
        for (Map.Entry<String, @Nullable Object> entry : set.entrySet()) {
            Column column = table.column(entry.getKey());
            column.bind(sql.add(before + Identifiers.quote(column.name()) + " = "), entry.getValue());
            before = ", ";
        }
        return sql;
    }

    /** Asks nobody for what changes nothing. */
    public Plan<Outcome> plan(Database database, boolean dryRun, Call call) {
        Outcome outcome = database.rehearse(call, Writing.ROWS, this::in);
        return dryRun || outcome.affected() == 0
                ? Plan.harmless(outcome)
                : Plan.ask(outcome, question(database, outcome), outcome.fingerprint());
    }

    private String question(Database database, Outcome outcome) {
        String where = request.filters().stream().map(Filter::inWords).collect(Collectors.joining(" and "));
        String question = inWords + " " + ChangedRows.count(outcome.affected()) + " of " + outcome.table()
                + " in the database " + database.name() + ", where " + where + "?";
        String sample = JsonText.write(outcome.before().rows());
        return Clip.line(question, QUESTION_CHARS) + "\nAs they are now, at most " + SAMPLE + " of them: "
                + Clip.line(sample, QUESTION_CHARS);
    }

    /** Keeps it if it is still what was planned. */
    public ChangedRows apply(Database database, Outcome planned, boolean dryRun, Call call) {
        boolean keep = !dryRun && planned.affected() > 0;
        if (keep) {
            database.write(call, Writing.ROWS, session -> {
                Outcome now = in(session);
                if (!now.fingerprint().equals(planned.fingerprint())) {
                    throw new ToolException(
                            Reason.CONFLICT, "The rows have changed meanwhile; nothing was done. Call again.");
                }
                return now;
            });
        }
        return new ChangedRows(database.name(), planned.table(), planned.affected(), keep, planned.before(), true);
    }

    private Outcome in(WriteSession session) {
        Table table = Table.toChange(session.reading(), request.schema(), request.table());
        BoundSql where = new Where(request.filters(), table).sql();
        String from = " FROM " + table.relation().quoted() + " AS t";
        List<?> found = session.reading().select(found(from, where)).rows().get(0);
        requireAtMost(((Number) Objects.requireNonNull(found.get(0))).longValue());
        BoundSql sample =
                new BoundSql().add("SELECT t.*" + from).add(where).add(" ORDER BY " + ROW + " LIMIT " + SAMPLE);
        Rows before = session.reading().select(sample);
        BoundSql change = verb.apply(table).add(where);
        long affected = session.change(change);
        requireAtMost(affected);
        String state = change + "\n" + affected + "\n" + found;
        return new Outcome(
                table.relation().toString(), affected, before, Digests.hexOf(state.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many there are, and a digest of what they hold; no more than tell that there are too many. */
    private BoundSql found(String from, BoundSql where) {
        return new BoundSql()
                .add("SELECT pg_catalog.count(*), " + DIGEST.formatted("pg_catalog.string_agg(d, '' ORDER BY d)")
                        + " FROM (SELECT " + ROW + " AS d" + from)
                .add(where)
                .add(" LIMIT " + (request.maxAffected() + 1) + ") AS found");
    }

    private void requireAtMost(long rows) {
        if (rows > request.maxAffected()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "More than " + ChangedRows.count(request.maxAffected())
                            + " would be affected; nothing was changed. Narrow the filters, or raise max_affected if all"
                            + " of them are meant.");
        }
    }
}
