package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Watch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers that rise, and who watches them: the gate of this server. */
final class Counters {

    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Set<Runnable>> watchers = new HashMap<>();

    synchronized int value(String name) {
        return values.getOrDefault(name, 0);
    }

    /** Of a counter, how many watches there are on it. */
    synchronized int watched(String name) {
        return watchers.getOrDefault(name, Set.of()).size();
    }

    int raise(String name, int by) {
        for (int i = 0; i < by; i++) {
            Set<Runnable> told;
            synchronized (this) {
                values.merge(name, 1, Integer::sum);
                told = Set.copyOf(watchers.getOrDefault(name, Set.of()));
            }
            told.forEach(Runnable::run);
        }
        return value(name);
    }

    synchronized Watch watch(String name, Runnable changed) {
        watchers.computeIfAbsent(name, key -> new HashSet<>()).add(changed);
        return () -> forget(name, changed);
    }

    private synchronized void forget(String name, Runnable changed) {
        watchers.getOrDefault(name, new HashSet<>()).remove(changed);
    }
}
