package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.preview.MergePreview;
import io.github.mcpconnectors.git.preview.PredictedConflict;
import io.github.mcpconnectors.git.status.ChangedPath;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What git_merge_preview answers. */
record MergePreviewOutput(
        String content,
        MergePreview.Result result,
        @Nullable String base,
        List<PredictedConflict> conflicts,
        List<ChangedPath> files,
        boolean truncated)
        implements TextResult {

    private static final int MOST = 500;

    static MergePreviewOutput of(MergePreview preview, String target, String source, boolean shallow) {
        List<PredictedConflict> conflicts =
                Fitting.of(preview.conflicts(), MOST).items();
        List<ChangedPath> files = Fitting.of(preview.files(), MOST).items();
        StringBuilder text = new StringBuilder("Merging " + source.substring(0, 7) + " into " + target.substring(0, 7)
                + ": " + sentence(preview) + hint(preview, shallow) + "\n");
        conflicts.forEach(conflict -> text.append("  ").append(conflict.text()).append('\n'));
        text.append(files.isEmpty() ? "" : "Changes without conflict:\n");
        files.forEach(file -> text.append(line(file)).append('\n'));
        boolean cut = conflicts.size() < preview.conflicts().size()
                || files.size() < preview.files().size();
        return new MergePreviewOutput(text.toString(), preview.result(), preview.base(), conflicts, files, cut);
    }

    private static String sentence(MergePreview preview) {
        return switch (preview.result()) {
            case UP_TO_DATE -> "there is nothing to do, it is merged already.";
            case FAST_FORWARD -> "a fast-forward of " + preview.files().size() + " files.";
            case CLEAN -> "clean, with " + preview.files().size() + " files changed.";
            case CONFLICTS -> "conflicts in " + preview.conflicts().size() + " files.";
            case UNRELATED -> "git refuses, since the two have no history in common.";
        };
    }

    private static String hint(MergePreview preview, boolean shallow) {
        return shallow && preview.result() == MergePreview.Result.UNRELATED
                ? " This clone is shallow: fetch more of its history first."
                : preview.complete() ? "" : " There are too many files to find all that were renamed.";
    }

    private static String line(ChangedPath file) {
        return file.change().letter() + "\t" + (file.oldPath() == null ? "" : file.oldPath() + "\t") + file.path();
    }

    @Override
    public @Nullable String note() {
        return truncated ? "There are more; counts are exact, the lists are not complete." : null;
    }
}
