package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The databases of a server, by the names that a person gave them. */
public final class Databases {

    private final Map<String, Database> byName = new LinkedHashMap<>();

    public Databases(Map<String, DatabaseUrl> urls, Database.Terms terms) {
        urls.forEach((name, url) -> byName.put(name, Database.of(name, url, terms)));
    }

    public List<Database> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The one with this name; without a name the only one. */
    public Database named(@Nullable String name) {
        if (byName.isEmpty()) {
            throw new ToolException(
                    Reason.UNAVAILABLE,
                    "No database is configured. Whoever runs this server starts it with a connection URL, such as"
                            + " postgresql://user@host/database.");
        }
        String names = String.join(", ", byName.keySet());
        if (name == null && byName.size() > 1) {
            throw new ToolException(Reason.INVALID, "Say which database: " + names + ".");
        }
        Database found = name == null ? all().get(0) : byName.get(name);
        if (found == null) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no database of that name." + Nearest.hint(String.valueOf(name), byName.keySet())
                            + " There is: " + names + ".");
        }
        return found;
    }
}
