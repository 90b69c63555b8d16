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
        private final PathQuoting quoting;
        private final StringBuilder text = new StringBuilder();
        private final List<FileChange> files = new ArrayList<>();
        private final List<String> omitted = new ArrayList<>();

        Filler(Changes changes, DiffRequest request) {
            this.changes = changes;
            this.request = request;
            this.quoting = changes.patch().quoting();
            this.after = request.cursor() == null ? "" : Cursor.key(request.cursor());
            changes.patch().setContext(request.context());
        }

        DiffPage fill(Call call) throws IOException {
            if (request.cursor() == null) {
                changes.unmerged().forEach(this::unmerged);
                changes.unreadable()
                        .forEach(path -> text.append("* Not compared, since its name is not UTF-8: ")
                                .append(Visible.line(path))
                                .append('\n'));
            }
            String last = after;
            for (List<DiffEntry> file : changes.files()) {
                String path = Changes.path(file.get(0));
                call.checkCancelled();
                if (path.compareTo(after) <= 0) {
                    continue;
                }
                if (request.omitGenerated() && Generated.is(path)) {
                    omitted.add(Visible.line(path));
                } else if (!add(file)) {
                    return new DiffPage(text.toString(), files, omitted, Cursor.after(last));
                }
                last = path;
            }
            return new DiffPage(text.toString(), files, omitted, null);
        }

        private void unmerged(String path) {
            text.append(
                            switch (request.format()) {
                                case PATCH -> "* Unmerged path " + Visible.line(path);
                                case STAT -> "0\t0\t" + quoting.quote(path);
                                case NAMES -> "U\t" + quoting.quote(path);
                            })
                    .append('\n');
            files.add(new FileChange(Visible.line(path), null, ChangeKind.UNMERGED, 0, 0, false, false));
        }

        /** False when it does not fit any more. */
        private boolean add(List<DiffEntry> file) throws IOException {
            Patch patch = changes.patch();
            Patch.Shown shown = patch.of(file.get(0), Clip.RESULT_CHARS);
            String text = patch(shown);
            FileChange change = shown.change();
            for (DiffEntry replacement : file.subList(1, file.size())) {
                Patch.Shown then = patch.of(replacement, Clip.RESULT_CHARS);
                text += patch(then);
                change = change.replacedBy(then.change());
            }
            return add(text, new ChangeLine(file.get(0), change, quoting));
        }

        private boolean add(String patch, ChangeLine change) {
            String line = switch (request.format()) {
                case PATCH -> patch;
                case STAT -> change.stat();
                case NAMES -> change.names();
            };
            boolean full = files.size() == MOST_FILES || text.length() + line.length() > Clip.RESULT_CHARS;
            if (full && !files.isEmpty()) {
                return false;
            }
            text.append(line);
            files.add(
                    request.format() == DiffFormat.PATCH
                            ? change.change()
                            : change.change().whole());
            return true;
        }

        private String patch(Patch.Shown shown) {
            return request.plain() ? plain(shown) : shown.text();
        }

        /** As the reference server's git_show has it, but /dev/null where that says None. */
        private static String plain(Patch.Shown shown) {
            FileChange file = shown.change();
            String old = file.oldPath() == null ? file.path() : file.oldPath();
            return "\n--- " + (file.change() == ChangeKind.ADDED ? DiffEntry.DEV_NULL : old) + "\n+++ "
                    + (file.change() == ChangeKind.DELETED ? DiffEntry.DEV_NULL : file.path()) + "\n" + shown.hunks();
        }
    }
}
