package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.database.Notes.Note;
import io.github.mcpconnectors.shared.Watch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last notes of one channel, and who wants to know of new ones. */
final class Inbox {

    private static final int MOST = 100;
    private static final int MOST_CHARS = 50_000;

    private final Deque<Note> notes = new ArrayDeque<>();
    private final Map<Watch, Runnable> watchers = new ConcurrentHashMap<>();

    void put(Note note) {
        synchronized (notes) {
            notes.add(note);
            while (notes.size() > MOST || chars() > MOST_CHARS) {
                notes.remove();
            }
        }
        watchers.values().forEach(Runnable::run);
    }

    private int chars() {
        return notes.stream()
                .mapToInt(note -> note.payload() == null ? 0 : note.payload().length())
                .sum();
    }

    List<Note> notes() {
        synchronized (notes) {
            return List.copyOf(notes);
        }
    }

    void add(Watch watch, Runnable changed) {
        watchers.put(watch, changed);
    }

    void remove(Watch watch) {
        watchers.remove(watch);
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }
}
