package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "answer_question",
        title = "Answer a question",
        description = "Answers a question from the rows of a database, with the SQL that proves it.")
final class AnswerQuestion implements PromptHandler<AnswerQuestion.Input> {

    record Input(
            @Description("What to find out") @Length(max = 10_000)
            String question,

            @Description("Only this schema") @Nullable String schema,
            @Description("Database") @Nullable String database) {}

    private final Databases databases;
    private final Names names;

    AnswerQuestion(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        Database database = databases.named(input.database());
        String diagram = database.read(call, session -> SchemaDiagram.of(session, input.schema()));
        return new Briefing(
                        "Answer a question from the database " + database.name() + ". The question and a diagram of the"
                                + " tables are below.\n"
                                + "1. Pick the tables; describe_table tells more of them. Where the question can mean several"
                                + " things, say which one you take.\n"
                                + "2. Find the answer with query. Check it in another way where that is cheap.\n"
                                + "3. Give the answer, then the statement that it comes from, then what could make it wrong.")
                .asking(input.question())
                .with("tables of the database " + database.name(), diagram)
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
