package io.github.mcpconnectors.git.merge;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Lets changes to a file follow it to where the other side put it (merge-ort.c, process_renames). */
final class RenamedFiles {

    private final SortedMap<String, Versions> files;
    private final FileMerge merge;
    private final Labels plain;
    private final Map<String, Labels> labels = new HashMap<>();
    private final Map<String, ConflictKind> conflicts = new HashMap<>();
    private final Map<String, String> oldPaths = new HashMap<>();
    private final Set<String> collisions = new HashSet<>();
    private final Set<String> left = new HashSet<>();

    /** @param files by path, which are changed */
    RenamedFiles(SortedMap<String, Versions> files, FileMerge merge, Labels plain) {
        this.files = files;
        this.merge = merge;
        this.plain = plain;
    }

    /** Paths that are no more. */
    Set<String> left() {
        return left;
    }

    /** Of files that are called differently on the two sides. */
    Map<String, Labels> labels() {
        return labels;
    }

    /** Files that are a conflict whatever is in them. */
    Map<String, ConflictKind> conflicts() {
        return conflicts;
    }

    /** Paths where one side renamed a file to and the other has another file. */
    Set<String> collisions() {
        return collisions;
    }

    /** Old paths by new ones, for telling. */
    Map<String, String> oldPaths() {
        return oldPaths;
    }

    void follow(Map<String, String> byUs, Map<String, String> byThem) throws IOException {
        TreeSet<String> all = new TreeSet<>(byUs.keySet());
        all.addAll(byThem.keySet());
        for (String old : all) {
            String ours = byUs.get(old);
            String theirs = byThem.get(old);
            if (ours == null || theirs == null) {
                byOne(old, Objects.requireNonNullElse(ours, theirs), ours != null);
            } else if (ours.equals(theirs)) {
                Versions source = remove(old);
                files.put(ours, new Versions(source.base(), at(ours).ours(), at(ours).theirs()));
            } else {
                differently(old, ours, theirs);
            }
        }
    }

    private Versions at(String path) {
        return files.getOrDefault(path, Versions.NONE);
    }

    private Versions remove(String old) {
        left.add(old);
        return Objects.requireNonNull(files.remove(old));
    }

    /** Both files hold what both sides changed. */
    private void differently(String old, String oursPath, String theirsPath) throws IOException {
        Version ours = at(oursPath).ours();
        Version theirs = at(theirsPath).theirs();
        FileMerge.Result merged = merge.merge(
                old, new Versions(at(old).base(), ours, theirs), plain.nested().at(oursPath, theirsPath));
        boolean undecided = !merged.clean() && Objects.equals(merged.file(), ours);
        files.put(oursPath, at(oursPath).with(true, merged.file()));
        files.put(theirsPath, at(theirsPath).with(false, undecided ? theirs : merged.file()));
        for (String path : List.of(old, oursPath, theirsPath)) {
            conflicts.put(path, ConflictKind.RENAMED_DIFFERENTLY);
        }
        oldPaths.put(oursPath, old);
        oldPaths.put(theirsPath, old);
    }

    private void byOne(String old, String path, boolean ofOurs) throws IOException {
        Versions source = remove(old);
        Version other = source.side(!ofOurs);
        Versions target = at(path);
        boolean taken = target.side(!ofOurs) != null;
        if (!ofOurs || !oldPaths.containsKey(path)) {
            oldPaths.put(path, old);
        }
        if (other == null) {
            conflicts.put(path, ConflictKind.RENAMED_AND_DELETED);
        }
        Versions together = new Versions(source.base(), target.ours(), target.theirs()).with(!ofOurs, other);
        Labels sides = ofOurs ? plain.at(path, old) : plain.at(old, path);
        if (!taken) {
            files.put(path, together);
            labels.put(path, sides);
            return;
        }
        collisions.add(path);
        if (other != null) {
            Labels nested =
                    ofOurs ? plain.nested().at(path, old) : plain.nested().at(old, path);
            files.put(
                    path, target.with(ofOurs, merge.merge(old, together, nested).file()));
        }
    }
}
