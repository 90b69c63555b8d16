package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.DatabaseObject;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Page;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the role of each database can see, by name; looked up again after a while only. */
final class KnownNames {

    /** Which names. */
    enum Of {
        /** Tables and views, but for partitions. */
        TABLES,
        FUNCTIONS;

        private DatabaseObject.Choice choice() {
            List<ObjectKind> kinds = this == TABLES ? List.of() : List.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE);
            return new DatabaseObject.Choice(null, kinds, null, false, false);
        }
    }

    /** More are not looked at. */
    static final int MOST = 20_000;

    private static final Duration KEPT = Duration.ofSeconds(30);

    /** Long enough for those who ask one after the other not to wait each. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

    private record Key(String database, Of of) {}

    private record Known(Supplier<Page<DatabaseObject>> names, long since, Duration kept) {

        boolean isFresh() {
            return System.nanoTime() - since < kept.toNanos();
        }
    }

    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /** The first {@value #MOST}; what fails, fails for all who ask soon. */
    Page<DatabaseObject> in(Database database, Of of, Call call) {
        Key key = new Key(database.name(), of);
        Known found = known.get(key);
        if (found == null || !found.isFresh()) {
            found = lookUp(database, of, call);
            known.put(key, found);
        }
        return found.names().get();
    }

    private static Known lookUp(Database database, Of of, Call call) {
        try {
            Page<DatabaseObject> names =
                    database.read(call, session -> DatabaseObject.list(session, of.choice(), MOST, null));
            return new Known(() -> names, System.nanoTime(), KEPT);
        } catch (ToolException e) {
            return new Known(() -> failed(e), System.nanoTime(), FAILURE_KEPT);
        }
    }

    private static Page<DatabaseObject> failed(ToolException e) {
        throw new ToolException(e.reason(), String.valueOf(e.getMessage()), e);
    }
}
