package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.database.Notes.Note;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one database that a person lets others listen to (PostgreSQL, LISTEN and NOTIFY). From the first watch on
 * any of them to the last there is one {@link Listener}, which hears them all; no other channel is ever listened to.
 */
public final class Channels {

    private final Database database;
    private final Map<String, Inbox> inboxes = new TreeMap<>();
    private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();
    private final AtomicBoolean heard = new AtomicBoolean();
    private final AtomicReference<@Nullable Instant> deafSince = new AtomicReference<>();

    /**
     * @param names as LISTEN takes them in quotes: letter case counts
     */
    public Channels(Database database, Collection<String> names) {
        this.database = database;
        names.forEach(name -> inboxes.put(name, new Inbox()));
    }

    public List<String> names() {
        return List.copyOf(inboxes.keySet());
    }

    /** NOT_FOUND for any other name. */
    public void require(String channel) {
        inbox(channel);
    }

    /** The last ones; empty if nobody ever watched. */
    public Notes notes(String channel) {
        return new Notes(inbox(channel).notes(), heard.get(), deafSince.get());
    }

    /**
     * Tells of each note, and when some may have been missed. The first one connects, or throws a {@link ToolException} that
     * says why it cannot.
     */
    public Watch watch(String channel, Runnable changed) {
        Inbox inbox = inbox(channel);
        Watch watch = new Watch() {
            @Override
            public void close() {
                unwatch(inbox, this);
            }
        };
        synchronized (listener) {
            if (listener.get() == null) {
                listener.set(Listener.open(database, listenStatements(), new Ear()));
            }
            inbox.add(watch, changed);
        }
        return watch;
    }

    private void unwatch(Inbox inbox, Watch watch) {
        synchronized (listener) {
            inbox.remove(watch);
            Listener open = listener.get();
            if (open != null && inboxes.values().stream().noneMatch(Inbox::isWatched)) {
                listener.set(null);
                open.close();
            }
        }
    }

    private List<String> listenStatements() {
        return inboxes.keySet().stream()
                .map(name -> "LISTEN " + Identifiers.quote(name))
                .toList();
    }

    private Inbox inbox(String channel) {
        Inbox inbox = inboxes.get(channel);
        if (inbox == null) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no channel of that name to listen to." + Nearest.hint(channel, inboxes.keySet())
                            + " Whoever runs this server names channels with --channel.");
        }
        return inbox;
    }

    private final class Ear implements Listener.Hearer {

        @Override
        public void hearing() {
            heard.set(true);
            Instant missedSince = deafSince.getAndSet(null);
            if (missedSince != null) {
                Note gap = new Note(Instant.now(), null, missedSince);
                inboxes.values().forEach(inbox -> inbox.put(gap));
            }
        }

        @Override
        public void note(String channel, String payload) {
            Inbox inbox = inboxes.get(channel);
            if (inbox != null) {
                inbox.put(new Note(Instant.now(), payload, null));
            }
        }

        @Override
        public void deaf(Instant since) {
            heard.set(false);
            deafSince.set(since);
        }
    }
}
