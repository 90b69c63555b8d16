package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.catalog.Schemas;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.diagnosis.IndexReview.Superfluous;
import io.github.mcpconnectors.postgres.diagnosis.StatementIndexes.Recommendation;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Indexes that would help, and those that do not. */
public record IndexAdvice(
        String database, List<Recommendation> indexes, List<Superfluous> superfluous, List<String> notes)
        implements Rendered {

    /** For which statements, whether for the whole workload too, and for the tables of which schema or all. */
    public record Question(
            List<String> sql, boolean workload, @Nullable String schema, int maxIndexes) {}

    /** Each statement is planned in a transaction of its own. */
    public static IndexAdvice of(Database database, Question question, Call call) {
        List<String> notes = new ArrayList<>();
        List<Recommendation> found = new ArrayList<>();
        for (String sql : question.sql) {
            found.addAll(database.read(call, session -> StatementIndexes.of(ModelQuery.of(sql), session)));
        }
        if (question.workload) {
            found.addAll(WorkloadIndexes.of(database, call, notes));
        }
        return database.read(call, session -> {
            IndexReview review = review(question, session, notes);
            found.addAll(review.foreignKeys(question.maxIndexes));
            return new IndexAdvice(database.name(), best(found, question), review.superfluous(notes), notes);
        });
    }

    private static IndexReview review(Question question, ReadSession session, List<String> notes) {
        if (question.schema != null) {
            Schemas.require(session, question.schema);
        }
        if (session.hypotheticalIndexes().isEmpty()) {
            notes.add("The extension hypopg is not installed, so nothing was tried out: costs and sizes are unknown.");
        }
        return new IndexReview(session, question.schema);
    }

    private static List<Recommendation> best(List<Recommendation> found, Question question) {
        return found.stream()
                .filter(index -> question.schema == null || index.schema().equals(question.schema))
                .filter(distinctDdl())
                .sorted(Recommendation.MOST_SAVED_FIRST)
                .limit(question.maxIndexes)
                .toList();
    }

    private static Predicate<Recommendation> distinctDdl() {
        Set<String> seen = new HashSet<>();
        return index -> seen.add(index.create());
    }

    @Override
    public List<Content> blocks() {
        return FencedJson.of("indexes of the database " + database, this);
    }
}
