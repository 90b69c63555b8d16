package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes through the paths of one merge: renames first, then file by file. */
final class Deciding {

    private final SortedMap<String, Versions> before;
    private final SortedMap<String, Versions> files;
    private final FileMerge merge;
    private final Labels labels;
    private final Call call;
    private final RenamedFiles renamed;
    private final SortedMap<String, @Nullable Version> after = new TreeMap<>();
    private final SortedMap<String, Undecided> undecided = new TreeMap<>();

    /** Where files were added that were put into renamed directories, old names by new ones. */
    private final Map<String, String> moved = new HashMap<>();

    Deciding(SortedMap<String, Versions> files, FileMerge merge, Labels labels, Call call) {
        this.before = new TreeMap<>(files);
        this.files = files;
        this.merge = merge;
        this.labels = labels;
        this.call = call;
        this.renamed = new RenamedFiles(files, merge, labels);
    }

    void followDirectories(DirectoryRenames how, SideTree byUs, SideTree byThem) throws IOException {
        if (how == DirectoryRenames.IGNORE) {
            return;
        }
        RenamedDirectories.Outcome outcome = RenamedDirectories.follow(files, byUs, byThem);
        outcome.moved().values().forEach(path -> after.put(path, null));
        if (how == DirectoryRenames.CONFLICT) {
            moved.putAll(outcome.moved());
        }
        outcome.stuck().forEach(path -> undecided.put(path, leftToGit(ConflictKind.DIRECTORY_RENAMED)));
        outcome.split().forEach(path -> undecided.put(path, leftToGit(ConflictKind.DIRECTORY_SPLIT)));
    }

    private static Undecided leftToGit(ConflictKind kind) {
        return new Undecided(kind, 0, null, null);
    }

    Decisions decide(Renames byUs, Renames byThem) throws IOException {
        renamed.follow(byUs.paths(), byThem.paths());
        renamed.left().forEach(path -> after.put(path, null));
        for (Map.Entry<String, Versions> file : files.entrySet()) {
            call.checkCancelled();
            decide(file.getKey(), file.getValue());
        }
        refuseInsideFiles();
        return new Decisions(before, after, undecided, byThem.paths(), byUs.complete() && byThem.complete());
    }

    private void decide(String path, Versions versions) throws IOException {
        ConflictKind forced = renamed.conflicts().get(path);
        boolean gone = versions.ours() == null || versions.theirs() == null;
        FileMerge.Result result = forced == ConflictKind.RENAMED_AND_DELETED && gone
                ? merge.gone(versions)
                : merge.merge(path, versions, renamed.labels().getOrDefault(path, labels));
        after.put(path, result.file());
        ConflictKind kind = kind(path, forced, result);
        if (kind != null) {
            String old = moved.containsKey(path)
                    ? moved.get(path)
                    : renamed.oldPaths().get(path);
            // Nobody can lay out two types of file under one name.
            boolean possible = result.conflict() != ConflictKind.DIFFERENT_TYPES;
            undecided.putIfAbsent(path, new Undecided(kind, result.places(), old, possible ? versions : null));
        }
    }

    private @Nullable ConflictKind kind(String path, @Nullable ConflictKind forced, FileMerge.Result result) {
        if (forced != null || (!result.clean() && !renamed.collisions().contains(path))) {
            return forced != null ? forced : result.conflict();
        }
        if (!result.clean()) {
            return ConflictKind.RENAMED_ONTO_ANOTHER;
        }
        return moved.containsKey(path) ? ConflictKind.DIRECTORY_RENAMED : null;
    }

    /** One side has a file where the other has a directory. */
    private void refuseInsideFiles() {
        TreeSet<String> present = new TreeSet<>();
        after.forEach((path, version) -> {
            if (version != null) {
                present.add(path);
            }
        });
        for (String path : present) {
            String below = present.ceiling(path + "/");
            if (below != null && below.startsWith(path + "/")) {
                undecided.put(path, leftToGit(ConflictKind.FILE_AND_DIRECTORY));
            }
        }
    }
}
