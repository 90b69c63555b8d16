package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.DatabaseUrl;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.RolePolicy;
import io.github.mcpconnectors.postgres.database.UrlParser;
import io.github.mcpconnectors.postgres.declared.DeclaredTools;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of declared tools, as a server reads it at its start. */
record DeclaredFile(Path file) {

    static DeclaredFile in(Path folder, String text) {
        try {
            return new DeclaredFile(Files.writeString(folder.resolve("tools.yaml"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What a server with these databases, by name as role, makes of it. */
    Connector connector(boolean write, String... roles) {
        Map<String, DatabaseUrl> urls = new LinkedHashMap<>();
        for (String role : roles) {
            urls.put(role, url(role));
        }
        Limits limits = new Limits(Duration.ofSeconds(10), 100, 100_000);
        Connector.Builder connector = Connector.named("postgres", "");
        DeclaredTools.add(
                file.toString(),
                new Databases(urls, new Database.Terms(limits, 2, RolePolicy.WARN, new FunctionRules(Set.of()))),
                write,
                connector);
        return connector.build();
    }

    /** Each as line: sentence. */
    List<String> problems(String... roles) {
        try {
            connector(true, roles);
            return List.of();
        } catch (StartException e) {
            return String.valueOf(e.getMessage())
                    .lines()
                    .map(line -> line.replace(file + ":", ""))
                    .toList();
        }
    }

    private static DatabaseUrl url(String role) {
        try {
            return UrlParser.parse(TestingPostgres.url(role), "nobody");
        } catch (UrlParser.WrongUrl e) {
            throw new AssertionError(e);
        }
    }
}
