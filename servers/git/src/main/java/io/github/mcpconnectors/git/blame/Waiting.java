package io.github.mcpconnectors.git.blame;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Files of commits that are still to be looked at, newest first; what several children pass to one is put together. */
final class Waiting {

    private record Key(ObjectId commit, String path) {

        static Key of(Suspect suspect) {
            return new Key(suspect.commit(), suspect.path());
        }
    }

    private final PriorityQueue<Suspect> queue = new PriorityQueue<>(
            Comparator.comparingInt((Suspect suspect) -> suspect.commit().getCommitTime())
                    .reversed());
    private final Map<Key, Suspect> known = new HashMap<>();

    void add(Suspect suspect) {
        if (suspect.lines().isEmpty()) {
            return;
        }
        Suspect same = known.putIfAbsent(Key.of(suspect), suspect);
        if (same == null) {
            queue.add(suspect);
        } else {
            same.lines().addAll(suspect.lines());
        }
    }

    @Nullable
    Suspect poll() {
        Suspect next = queue.poll();
        if (next != null) {
            known.remove(Key.of(next));
        }
        return next;
    }
}
