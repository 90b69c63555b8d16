package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.preview.FileMerge.Outcome;
import io.github.mcpconnectors.git.preview.PredictedConflict.Kind;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.ChangedPath;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.jspecify.annotations.Nullable;

/**
 * What a merge would do.
 *
 * @param base what the two have in common; null when they have nothing, or when it is the merge of several commits
 * @param files that would change without a conflict, against ours
 * @param complete false where there were too many files to find all that were renamed
 */
public record MergePreview(
        Result result,
        @Nullable String base,
        List<ChangedPath> files,
        List<PredictedConflict> conflicts,
        boolean complete) {

    /** How it would end. */
    public enum Result {
        UP_TO_DATE,
        FAST_FORWARD,
        CLEAN,
        CONFLICTS,
        UNRELATED
    }

    /** A file that each side renamed another one to is among the conflicts twice. */
    public long conflictingFiles() {
        return conflicts.stream().map(PredictedConflict::path).distinct().count();
    }

    /** Of theirs into ours, as far as the commits go: files on disk are not looked at. */
    public static MergePreview of(Repository repository, RevCommit ours, RevCommit theirs, Call call)
            throws IOException {
        MemoryInserter memory = new MemoryInserter(repository);
        try (MergeBase bases = new MergeBase(memory);
                ObjectReader reader = memory.newReader()) {
            if (bases.contains(ours, theirs)) {
                return new MergePreview(Result.UP_TO_DATE, theirs.name(), List.of(), List.of(), true);
            }
            boolean forward = bases.contains(theirs, ours);
            RevCommit base = forward ? ours : bases.of(ours, theirs);
            if (base == null) {
                return new MergePreview(Result.UNRELATED, null, List.of(), List.of(), true);
            }
            Differences differences = new Differences(repository, reader, call);
            Deciding deciding =
                    new Deciding(differences, differences.between(base.getTree(), ours.getTree(), theirs.getTree()));
            boolean complete = deciding.followRenames(ours.getTree(), theirs.getTree());
            deciding.decide();
            Result clean = forward ? Result.FAST_FORWARD : Result.CLEAN;
            return new MergePreview(
                    deciding.conflicts.isEmpty() ? clean : Result.CONFLICTS,
                    repository.getObjectDatabase().has(base) ? base.name() : null,
                    deciding.changed,
                    deciding.conflicts,
                    complete);
        }
    }

    /** Goes through the files. */
    private static final class Deciding {

        private final Differences differences;
        private final SortedMap<String, Sides> files;
        private final List<ChangedPath> changed = new ArrayList<>();
        private final List<PredictedConflict> conflicts = new ArrayList<>();

        /** Files that were put into renamed directories, old names by new ones. */
        private Map<String, String> moved = Map.of();

        /** What there would be on disk. */
        private final TreeSet<String> present = new TreeSet<>();

        Deciding(Differences differences, SortedMap<String, Sides> files) {
            this.differences = differences;
            this.files = files;
        }

        /** False where there are too many to find them all. */
        boolean followRenames(RevTree ourTree, RevTree theirTree) throws IOException {
            Renames ours = Renames.of(files, true, differences.reader(), differences.call());
            Renames theirs = Renames.of(files, false, differences.reader(), differences.call());
            RenamedDirectories.Outcome directories = RenamedDirectories.follow(
                    files,
                    new RenamedDirectories.Side(ours, path -> differences.hasDirectory(ourTree, path)),
                    new RenamedDirectories.Side(theirs, path -> differences.hasDirectory(theirTree, path)));
            moved = directories.moved();
            directories
                    .split()
                    .forEach(path ->
                            conflicts.add(new PredictedConflict(Visible.line(path), Kind.DIRECTORY_SPLIT, 0, null)));
            conflicts.addAll(RenamedFiles.follow(files, ours.paths(), theirs.paths()));
            return ours.complete() && theirs.complete();
        }

        void decide() throws IOException {
            FileMerge merge = new FileMerge(differences.reader());
            for (Map.Entry<String, Sides> file : files.entrySet()) {
                differences.call().checkCancelled();
                add(file.getKey(), file.getValue(), merge.of(file.getValue()));
            }
            present.forEach(this::refuseInsideFile);
            conflicts.sort(Comparator.comparing(PredictedConflict::path));
        }

        private void add(String path, Sides sides, Outcome outcome) {
            String shown = Visible.line(path);
            String old = sides.oursAt() == null ? null : Visible.line(sides.oursAt());
            if (outcome.conflict() != null || outcome.result() != null) {
                present.add(path);
            }
            if (outcome.conflict() != null) {
                conflicts.add(new PredictedConflict(shown, outcome.conflict(), outcome.places(), old));
                return;
            }
            String addedAt = moved.get(path);
            if (addedAt != null) {
                conflicts.add(new PredictedConflict(shown, Kind.DIRECTORY_RENAMED, 0, Visible.line(addedAt)));
                return;
            }
            ChangeKind kind = kind(sides, outcome.result());
            if (kind != null) {
                changed.add(new ChangedPath(shown, kind, old, false));
            }
        }

        private static @Nullable ChangeKind kind(Sides sides, @Nullable Version result) {
            Version ours = sides.ours();
            if (sides.oursAt() != null) {
                return ChangeKind.RENAMED;
            }
            if (ours == null || result == null) {
                return ours != null ? ChangeKind.DELETED : result != null ? ChangeKind.ADDED : null;
            }
            if (ours.equals(result)) {
                return null;
            }
            return ours.type() == result.type() ? ChangeKind.MODIFIED : ChangeKind.TYPE_CHANGED;
        }

        /** One side has a file where the other has a directory. */
        private void refuseInsideFile(String path) {
            String below = present.ceiling(path + "/");
            if (below != null && below.startsWith(path + "/")) {
                String shown = Visible.line(path);
                conflicts.removeIf(conflict -> conflict.path().equals(shown));
                conflicts.add(new PredictedConflict(shown, Kind.FILE_AND_DIRECTORY, 0, null));
            }
        }
    }
}
