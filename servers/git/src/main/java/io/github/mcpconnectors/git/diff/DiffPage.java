package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.jspecify.annotations.Nullable;

/**
 * As many changed files as fit into a result, at least one.
 *
 * @param omitted generated files that were left out
 * @param nextCursor null when this is the last page
 */
public record DiffPage(
        String text,
        List<FileChange> files,
        List<String> omitted,
        @Nullable String nextCursor) {

    private static final int MOST_FILES = 500;

    public static DiffPage of(Changes changes, DiffRequest request, Call call) throws IOException {
        Filler filler = new Filler(changes, request);
        return filler.fill(call);
    }

    /** Fills one page. */
    private static final class Filler {

        private final Changes changes;
        private final DiffRequest request;
        private final String after;
        private final StringBuilder text = new StringBuilder();
        private final List<FileChange> files = new ArrayList<>();
        private final List<String> omitted = new ArrayList<>();

        Filler(Changes changes, DiffRequest request) {
            this.changes = changes;
            this.request = request;
            this.after = request.cursor() == null ? "" : Cursor.key(request.cursor());
            changes.patch().setContext(request.context());
        }

        DiffPage fill(Call call) throws IOException {
            if (request.cursor() == null) {
                changes.unmerged().forEach(this::unmerged);
            }
            String last = after;
            for (DiffEntry entry : changes.entries()) {
                String path = Changes.path(entry);
                call.checkCancelled();
                if (path.compareTo(after) <= 0) {
                    continue;
                }
                if (request.omitGenerated() && Generated.is(path)) {
                    omitted.add(Visible.line(path));
                } else if (!add(entry)) {
                    return new DiffPage(text.toString(), files, omitted, Cursor.after(last));
                }
                last = path;
            }
            return new DiffPage(text.toString(), files, omitted, null);
        }

        private void unmerged(String path) {
            text.append("* Unmerged path ").append(Visible.line(path)).append('\n');
            files.add(new FileChange(Visible.line(path), null, ChangeKind.UNMERGED, 0, 0, false, false));
        }

        /** False when it does not fit any more. */
        private boolean add(DiffEntry entry) throws IOException {
            Patch.Shown shown = changes.patch().of(entry, Clip.RESULT_CHARS);
            String line = switch (request.format()) {
                case PATCH -> request.plain() ? plain(shown) : shown.text();
                case STAT -> stat(shown.change());
                case NAMES -> names(shown.change());
            };
            boolean full = files.size() == MOST_FILES || text.length() + line.length() > Clip.RESULT_CHARS;
            if (full && !files.isEmpty()) {
                return false;
            }
            text.append(line);
            boolean cut = request.format() == DiffFormat.PATCH && shown.change().truncated();
            files.add(cut ? shown.change() : whole(shown.change()));
            return true;
        }

        /** As the reference server's git_show has it, but /dev/null where that says None. */
        private static String plain(Patch.Shown shown) {
            FileChange file = shown.change();
            String old = file.oldPath() == null ? file.path() : file.oldPath();
            return "\n--- " + (file.change() == ChangeKind.ADDED ? DiffEntry.DEV_NULL : old) + "\n+++ "
                    + (file.change() == ChangeKind.DELETED ? DiffEntry.DEV_NULL : file.path()) + "\n" + shown.hunks();
        }

        private static FileChange whole(FileChange file) {
            return new FileChange(
                    file.path(),
                    file.oldPath(),
                    file.change(),
                    file.additions(),
                    file.deletions(),
                    file.binary(),
                    false);
        }

        private static String stat(FileChange file) {
            String counts = file.binary() ? "-\t-" : file.additions() + "\t" + file.deletions();
            String moved = file.oldPath() == null ? "" : file.oldPath() + " => ";
            return counts + "\t" + moved + file.path() + "\n";
        }

        private static String names(FileChange file) {
            String moved = file.oldPath() == null ? "" : file.oldPath() + "\t";
            return file.change().letter() + "\t" + moved + file.path() + "\n";
        }
    }
}
