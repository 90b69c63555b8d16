package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.DatabaseUrl;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.RolePolicy;
import io.github.mcpconnectors.postgres.database.UrlParser;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.Reach;
import io.github.mcpconnectors.shared.StartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which databases a person means: by settings, or else by the variables that other programs read too. */
final class ConfiguredDatabases {

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}";

    private final Map<String, String> environment;
    private final Map<String, DatabaseUrl> urls = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final @Nullable String password;

    private ConfiguredDatabases(PostgresSettings settings, Map<String, String> environment) {
        this.environment = environment;
        this.password = settings.password() == null ? environment.get("PGPASSWORD") : settings.password();
    }

    static Databases of(PostgresSettings settings, Reach reach, Map<String, String> environment) {
        Limits limits = new Limits(
                Duration.ofSeconds(settings.statementSeconds()), settings.maxRows(), settings.maxResultBytes());
        FunctionRules functions = new FunctionRules(Set.copyOf(settings.allowFunctions()));
        return new Databases(
                urls(settings, environment),
                new Database.Terms(limits, settings.pool(), rolePolicy(settings, reach), functions));
    }

    /** Strangers get no role that only these guards keep from harm, unless a person says so. */
    private static RolePolicy rolePolicy(PostgresSettings settings, Reach reach) {
        RolePolicy usual = reach == Reach.NETWORK ? RolePolicy.ENFORCE : RolePolicy.WARN;
        return settings.rolePolicy() == null ? usual : settings.rolePolicy();
    }

    /** By name. */
    static Map<String, DatabaseUrl> urls(PostgresSettings settings, Map<String, String> environment) {
        ConfiguredDatabases found = new ConfiguredDatabases(settings, environment);
        settings.url().forEach(url -> found.add(null, url, "a connection URL"));
        settings.database().forEach(found::named);
        if (found.urls.isEmpty() && found.problems.isEmpty()) {
            found.variable("DATABASE_URL");
        }
        if (found.urls.isEmpty() && found.problems.isEmpty()) {
            found.variable("DATABASE_URI");
        }
        if (!found.problems.isEmpty()) {
            throw new StartException(2, String.join("\n", found.problems));
        }
        return found.urls;
    }

    private void variable(String name) {
        String url = environment.get(name);
        if (url != null && !url.isBlank()) {
            add(null, url, name);
        }
    }

    private void named(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || !text.substring(0, equals).matches(NAME)) {
            problems.add("--database wants name=url, such as shop=postgresql://user@host/database; the name of letters,"
                    + " digits, _, - and .; a comma in the URL as %2C");
        } else {
            add(text.substring(0, equals), text.substring(equals + 1), "--database " + text.substring(0, equals));
        }
    }

    /** Without a name it is called as the database is on its server. */
    private void add(@Nullable String name, String text, String source) {
        try {
            String user = environment.getOrDefault("PGUSER", System.getProperty("user.name"));
            DatabaseUrl url = UrlParser.parse(text, user);
            if (url.login().password() == null) {
                url = url.withPassword(password);
            }
            String usual = url.database().matches(NAME) ? url.database() : "database";
            if (urls.putIfAbsent(name == null ? usual : name, url) != null) {
                problems.add("Two databases are named " + (name == null ? usual : name)
                        + "; give them names with --database name=url");
            }
        } catch (UrlParser.WrongUrl e) {
            problems.add(source + ": " + e.getMessage());
        }
    }
}
