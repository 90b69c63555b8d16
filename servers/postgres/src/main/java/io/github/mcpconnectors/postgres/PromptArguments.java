package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Completes what most prompts ask for: a schema that the role can see, a database. */
final class PromptArguments {

    private PromptArguments() {}

    static List<String> complete(Databases databases, String argument, String typed, Call call) {
        List<String> names = databases.all().stream().map(Database::name).toList();
        Stream<String> values = switch (argument) {
            case "database" -> names.stream();
            case "schema" -> names.stream().flatMap(name -> schemas(databases, name, call));
            default -> Stream.empty();
        };
        String prefix = typed.toLowerCase(Locale.ROOT);
        return values.distinct()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }

    private static Stream<String> schemas(Databases databases, String database, Call call) {
        return new ListSchemas(databases)
                .call(new ListSchemas.Input(false, database), call).schemas().stream()
                        .map(ListSchemas.Schema::name);
    }
}
