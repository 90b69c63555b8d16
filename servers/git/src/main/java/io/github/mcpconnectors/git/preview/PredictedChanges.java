package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.merge.Decisions;
import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.merge.Undecided;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.merge.Versions;
import io.github.mcpconnectors.git.status.ChangedPath;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files that a merge would change without a conflict, against ours. */
final class PredictedChanges {

    private final SortedMap<String, ChangedPath> changes = new TreeMap<>();

    PredictedChanges(Decisions decisions) {
        Set<String> undecided = new TreeSet<>(decisions.undecided().keySet());
        for (Undecided conflict : decisions.undecided().values()) {
            if (conflict.oldPath() != null) {
                undecided.add(conflict.oldPath());
            }
        }
        decisions.after().forEach((path, version) -> {
            Versions before = decisions.before().get(path);
            ChangeKind kind = kind(before == null ? null : before.ours(), version);
            if (kind != null && !undecided.contains(path)) {
                changes.put(path, new ChangedPath(PathKey.shown(path), kind, null, false));
            }
        });
        decisions.renamedByThem().forEach(this::rename);
    }

    List<ChangedPath> list() {
        return List.copyOf(changes.values());
    }

    private static @Nullable ChangeKind kind(@Nullable Version ours, @Nullable Version result) {
        if (Objects.equals(ours, result)) {
            return null;
        }
        if (ours == null || result == null) {
            return ours == null ? ChangeKind.ADDED : ChangeKind.DELETED;
        }
        return ours.sameKind(result) ? ChangeKind.MODIFIED : ChangeKind.TYPE_CHANGED;
    }

    private void rename(String old, String path) {
        if (is(old, ChangeKind.DELETED) && is(path, ChangeKind.ADDED)) {
            changes.remove(old);
            changes.put(path, new ChangedPath(PathKey.shown(path), ChangeKind.RENAMED, PathKey.shown(old), false));
        }
    }

    private boolean is(String path, ChangeKind kind) {
        ChangedPath change = changes.get(path);
        return change != null && change.change() == kind;
    }
}
