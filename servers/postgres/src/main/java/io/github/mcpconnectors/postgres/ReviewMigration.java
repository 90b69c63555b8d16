package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.catalog.TableDescription.Part;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.sql.SqlLexer;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.postgres.sql.Token;
import io.github.mcpconnectors.postgres.sql.Token.Kind;
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
        name = "review_migration",
        title = "Review a migration",
        description = "What statements that change tables would lock, rewrite or break, table by table.")
final class ReviewMigration implements PromptHandler<ReviewMigration.Input> {

    record Input(
            @Description("The statements") @Length(max = 65_536)
            String sql,

            @Description("Database") @Nullable String database) {}

    private static final int TABLES = 10;
    private static final List<Part> PARTS = List.of(Part.COLUMNS, Part.KEYS, Part.INDEXES, Part.TRIGGERS, Part.STATS);

    private final Databases databases;
    private final Names names;

    ReviewMigration(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        Database database = databases.named(input.database());
        List<String> names = SqlLexer.tokens(input.sql(), Syntax.STANDARD).stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
                .map(Token::text)
                .distinct()
                .toList();
        Briefing briefing = new Briefing(
                        "Review a migration before it runs on a database that is in use. Its statements are"
                                + " below, and the tables that they name, as they are now.\n"
                                + "1. For each statement: which lock it takes, for how long at this size, and whether it reads or"
                                + " rewrites the table.\n"
                                + "2. What breaks: rows that are there, views, foreign keys, programs that run while it is applied.\n"
                                + "3. Give a safer order or form, such as NOT VALID and then VALIDATE, CONCURRENTLY, a lock_timeout,"
                                + " and how to go back. Change nothing.")
                .with("the statements", input.sql());
        List<Relation> tables = database.read(call, session -> Relation.named(session, names, TABLES));
        for (Relation table : tables) {
            var describe = new DescribeTable.Input(table.schema(), table.name(), PARTS, input.database());
            briefing.with("a table", new DescribeTable(databases).call(describe, call));
        }
        return briefing.blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
