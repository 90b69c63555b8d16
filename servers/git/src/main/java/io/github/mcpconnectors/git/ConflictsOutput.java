package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.conflict.ConflictedFile;
import io.github.mcpconnectors.git.status.UnderWay;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What git_conflicts answers. */
record ConflictsOutput(String content, String state, List<ConflictedFile> files, boolean truncated, boolean untrusted)
        implements TextResult {

    static ConflictsOutput of(UnderWay underWay, List<ConflictedFile> files, boolean more) {
        String head = underWay.what().isEmpty() ? "" : "Under way: " + underWay.what() + "\n";
        String text = files.isEmpty()
                ? "There are no conflicts.\n"
                : files.stream().map(ConflictedFile::text).collect(Collectors.joining("\n"));
        return new ConflictsOutput(
                head + text, underWay.state(), files, more || files.stream().anyMatch(ConflictsOutput::isCut), true);
    }

    private static boolean isCut(ConflictedFile file) {
        return file.places() > file.markers().size()
                || Stream.of(file.base(), file.ours(), file.theirs())
                        .anyMatch(stage -> stage != null && stage.truncated());
    }

    @Override
    public @Nullable String note() {
        return truncated
                ? "Not all is shown; ask for one path, or read a version with revision :1:, :2: or :3:."
                : null;
    }
}
