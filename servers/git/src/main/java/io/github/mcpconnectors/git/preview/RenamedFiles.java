package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.preview.PredictedConflict.Kind;
import io.github.mcpconnectors.git.repository.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** Lets the changes that one side made to a file follow it to where the other side put it. */
final class RenamedFiles {

    private final SortedMap<String, Sides> files;
    private final List<PredictedConflict> conflicts = new ArrayList<>();

    private RenamedFiles(SortedMap<String, Sides> files) {
        this.files = files;
    }

    /** Changes the files, and says which cannot be decided; these are no longer among the files. */
    static List<PredictedConflict> follow(
            SortedMap<String, Sides> files, Map<String, String> ours, Map<String, String> theirs) {
        RenamedFiles renamed = new RenamedFiles(files);
        TreeSet<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        for (String old : all) {
            String ourName = ours.get(old);
            String theirName = theirs.get(old);
            if (ourName != null && theirName != null) {
                renamed.byBoth(old, ourName, theirName);
            } else {
                renamed.byOne(old, Objects.requireNonNullElse(ourName, theirName), ourName != null);
            }
        }
        return renamed.conflicts;
    }

    private void byBoth(String old, String ourName, String theirName) {
        Sides source = Objects.requireNonNull(files.remove(old));
        if (ourName.equals(theirName)) {
            files.computeIfPresent(
                    ourName,
                    (path, added) -> new Sides(source.base(), added.ours(), added.theirs(), null, added.driver()));
            return;
        }
        for (String path : List.of(old, ourName, theirName)) {
            files.remove(path);
            conflict(old, path, Kind.RENAMED_DIFFERENTLY);
        }
    }

    private void byOne(String old, String name, boolean ofOurs) {
        Sides source = Objects.requireNonNull(files.remove(old));
        Version other = source.side(!ofOurs);
        Sides target = files.remove(name);
        if (target == null) {
            // Both sides renamed something to it, and the other was told of.
            conflict(old, name, Kind.RENAMED_ONTO_ANOTHER);
        } else if (other == null) {
            conflict(old, name, Kind.RENAMED_AND_DELETED);
        } else if (target.side(!ofOurs) != null) {
            conflict(old, name, Kind.RENAMED_ONTO_ANOTHER);
        } else {
            files.put(
                    name,
                    ofOurs
                            ? new Sides(source.base(), target.ours(), other, null, target.driver())
                            : new Sides(source.base(), other, target.theirs(), old, target.driver()));
        }
    }

    private void conflict(String old, String path, Kind kind) {
        conflicts.add(new PredictedConflict(Visible.line(path), kind, 0, old.equals(path) ? null : Visible.line(old)));
    }
}
