package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.KnownNames.Of;
import io.github.mcpconnectors.postgres.catalog.DatabaseObject;
import io.github.mcpconnectors.postgres.catalog.Page;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ListedResource.Entry;
import io.github.mcpconnectors.shared.ListedResource.Listing;
import io.github.mcpconnectors.shared.ToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Offers names to clients: those of databases, and what is in them. */
final class Names {

    private final Databases databases;
    private final KnownNames known = new KnownNames();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "names");
        thread.setDaemon(true);
        return thread;
    });

    Names(Databases databases) {
        this.databases = databases;
    }

    /** Of all databases at the same time: those that cannot be reached take as long as one of them. */
    Listing listing(Call call, BiFunction<Database, Page<DatabaseObject>, Stream<Entry>> entries) {
        List<CompletableFuture<Listing>> parts = databases.all().stream()
                .map(database -> CompletableFuture.supplyAsync(() -> listing(database, call, entries), workers))
                .toList();
        Listing all = new Listing(new ArrayList<>(), new ArrayList<>());
        parts.forEach(part -> {
            Listing done = joined(part);
            all.entries().addAll(done.entries());
            all.missing().addAll(done.missing());
        });
        return all;
    }

    private static Listing joined(CompletableFuture<Listing> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Listing listing(
            Database database, Call call, BiFunction<Database, Page<DatabaseObject>, Stream<Entry>> entries) {
        try {
            Page<DatabaseObject> tables = known.in(database, Of.TABLES, call);
            List<String> missing = tables.nextCursor() == null
                    ? List.of()
                    : List.of("Of the tables and views of " + database.name() + " only the first " + KnownNames.MOST
                            + " are listed; list_objects knows all.");
            return new Listing(entries.apply(database, tables).toList(), missing);
        } catch (ToolException e) {
            return new Listing(List.of(), List.of(database.name() + ": " + e.getMessage()));
        }
    }

    /** For the variables database, schema, table and name, which is one of a function. */
    List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        Stream<String> names = switch (variable) {
            case "database" -> databases.names().stream();
            case "schema" ->
                Stream.concat(objects(Of.TABLES, chosen, call), objects(Of.FUNCTIONS, chosen, call))
                        .map(DatabaseObject::schema);
            case "table" -> namesOf(Of.TABLES, chosen, call);
            case "name" -> namesOf(Of.FUNCTIONS, chosen, call);
            default -> Stream.of();
        };
        String prefix = typed.toLowerCase(Locale.ROOT);
        return names.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> namesOf(Of what, Map<String, String> chosen, Call call) {
        String schema = chosen.get("schema");
        return objects(what, chosen, call)
                .filter(object -> schema == null || object.schema().equals(schema))
                .map(DatabaseObject::name);
    }

    /** None while it is not known in which database. */
    private Stream<DatabaseObject> objects(Of what, Map<String, String> chosen, Call call) {
        return chosen.containsKey("database") || databases.all().size() == 1
                ? known.in(databases.named(chosen.get("database")), what, call).items().stream()
                : Stream.of();
    }
}
