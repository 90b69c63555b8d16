package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.merge.Decisions;
import io.github.mcpconnectors.git.merge.MergeBases;
import io.github.mcpconnectors.git.merge.TreeMerge;
import io.github.mcpconnectors.git.status.ChangedPath;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
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

    /** Of theirs into ours, as far as the commits go: files on disk are not looked at. */
    public static MergePreview of(Repository repository, RevCommit ours, RevCommit theirs, Call call)
            throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit target = walk.parseCommit(ours);
            RevCommit source = walk.parseCommit(theirs);
            if (walk.isMergedInto(source, target)) {
                return new MergePreview(Result.UP_TO_DATE, source.name(), List.of(), List.of(), true);
            }
            boolean forward = walk.isMergedInto(target, source);
            List<RevCommit> bases = MergeBases.of(walk, target, source);
            if (bases.isEmpty()) {
                return new MergePreview(Result.UNRELATED, null, List.of(), List.of(), true);
            }
            String base = bases.size() == 1 ? bases.get(0).name() : null;
            TreeMerge merge = new TreeMerge(repository, new MemoryInserter(repository), call);
            return of(merge.decide(target, source), base, forward ? Result.FAST_FORWARD : Result.CLEAN);
        }
    }

    private static MergePreview of(Decisions decisions, @Nullable String base, Result clean) {
        List<PredictedConflict> conflicts = new ArrayList<>();
        decisions.undecided().forEach((path, conflict) -> conflicts.add(PredictedConflict.of(path, conflict)));
        return new MergePreview(
                conflicts.isEmpty() ? clean : Result.CONFLICTS,
                base,
                new PredictedChanges(decisions).list(),
                conflicts,
                decisions.complete());
    }
}
