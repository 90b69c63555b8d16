package io.github.mcpconnectors.git.merge;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts what one side added to a directory to where the other side moved that directory. git does the same, and takes it
 * for a conflict, so that somebody looks at it (git-config(1), merge.directoryRenames).
 */
final class RenamedDirectories {

    /**
     * What could not be left as it was.
     *
     * @param moved files that were put elsewhere, old names by new ones
     * @param stuck files that belong elsewhere, where something else is
     * @param split directories whose files went to several places, none of which got most
     */
    record Outcome(Map<String, String> moved, Set<String> stuck, Set<String> split) {}

    private final SortedMap<String, Versions> files;
    private final Map<String, String> moved = new HashMap<>();
    private final Set<String> stuck = new TreeSet<>();
    private final Set<String> split = new TreeSet<>();

    private RenamedDirectories(SortedMap<String, Versions> files) {
        this.files = files;
    }

    /** Changes the files and renames. */
    static Outcome follow(SortedMap<String, Versions> files, SideTree ours, SideTree theirs) throws IOException {
        RenamedDirectories renamed = new RenamedDirectories(files);
        // Only those matter to git that the other side put something right into.
        Map<String, String> byOurs = renamed.directories(ours, addedTo(files, false));
        Map<String, String> byTheirs = renamed.directories(theirs, addedTo(files, true));
        Set<String> both = new HashSet<>(byOurs.keySet());
        both.retainAll(byTheirs.keySet());
        byOurs.keySet().removeAll(both);
        byTheirs.keySet().removeAll(both);
        for (String path : List.copyOf(files.keySet())) {
            Versions versions = files.get(path);
            if (versions != null && versions.isAdded(true)) {
                renamed.move(path, target(path, byTheirs, byOurs), ours);
            } else if (versions != null && versions.isAdded(false)) {
                renamed.move(path, target(path, byOurs, byTheirs), theirs);
            }
        }
        return new Outcome(renamed.moved, renamed.stuck, renamed.split);
    }

    private static Set<String> addedTo(SortedMap<String, Versions> files, boolean byOurs) {
        Set<String> directories = new HashSet<>();
        files.forEach((path, versions) -> {
            if (versions.isAdded(byOurs)) {
                directories.add(parent(path));
            }
        });
        return directories;
    }

    /** New names by old ones, of directories that are gone from a side; the one that most of the files went to. */
    private Map<String, String> directories(SideTree side, Set<String> wanted) throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Map.Entry<String, String> file : side.renames().paths().entrySet()) {
            String from = parent(file.getKey());
            String to = parent(file.getValue());
            // a/b/c to x/b/c also says that a/b was moved to x/b, and a to x
            boolean same = true;
            while (same && !from.isEmpty() && !side.hasDirectory(from)) {
                counts.computeIfAbsent(from, directory -> new TreeMap<>()).merge(to, 1, Integer::sum);
                same = !to.isEmpty() && name(from).equals(name(to));
                from = parent(from);
                to = parent(to);
            }
        }
        Map<String, String> directories = new HashMap<>();
        counts.keySet().retainAll(wanted);
        counts.forEach((directory, targets) -> {
            int most = Collections.max(targets.values());
            List<String> best = targets.entrySet().stream()
                    .filter(target -> target.getValue() == most)
                    .map(Map.Entry::getKey)
                    .toList();
            if (best.size() == 1) {
                directories.put(directory, best.get(0));
            } else {
                split.add(directory);
            }
        });
        return directories;
    }

    /** Where a path belongs now; null where it stays. */
    private static @Nullable String target(String path, Map<String, String> moved, Map<String, String> movedByAdder) {
        for (String at = parent(path); !at.isEmpty(); at = parent(at)) {
            String to = moved.get(at);
            if (to != null) {
                String rest = path.substring(at.length() + 1);
                return movedByAdder.containsKey(to) ? null : to.isEmpty() ? rest : to + "/" + rest;
            }
        }
        return null;
    }

    private void move(String path, @Nullable String target, SideTree adder) throws IOException {
        Versions added = files.get(path);
        if (target == null || added == null) {
            return;
        }
        boolean byOurs = added.ours() != null;
        Versions there = files.get(target);
        if (there == null ? adder.has(target) : there.side(byOurs) != null) {
            stuck.add(path);
            return;
        }
        files.remove(path);
        files.put(target, there == null ? added : there.with(byOurs, added.side(byOurs)));
        adder.renames().paths().replaceAll((old, name) -> name.equals(path) ? target : name);
        moved.put(target, path);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
