package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.repository.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jgit.diff.DiffDriver;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Writes the patch of one file at a time, in the words of the git program where JGit has others. */
final class Patch extends DiffFormatter {

    private static final int LARGEST_TEXT = 16 * 1024 * 1024;
    private static final int LONGEST_FUNCTION = 80;

    private final Buffer buffer;
    private final ObjectReader reader;
    private final PathQuoting quoting;
    private @Nullable PatchHead head;
    private @Nullable RawText before;
    private int hunksAt;
    private int additions;
    private int deletions;
    private boolean binary;

    private Patch(Buffer buffer, Repository repository) {
        super(buffer);
        this.buffer = buffer;
        this.reader = repository.newObjectReader();
        this.quoting = PathQuoting.of(repository);
    }

    static Patch create(Repository repository) {
        Patch patch = new Patch(new Buffer(), repository);
        patch.setRepository(repository);
        patch.setDiffAlgorithm(new ReadableDiff());
        patch.setBinaryFileThreshold(LARGEST_TEXT);
        return patch;
    }

    PathQuoting quoting() {
        return quoting;
    }

    /** What one file looks like: the patch, and the part of it that says what changed. */
    record Shown(String text, String hunks, FileChange change) {}

    /** Keeps at most so many bytes. */
    Shown of(DiffEntry entry, int most) throws IOException {
        buffer.clear(most);
        additions = 0;
        deletions = 0;
        head = new PatchHead(entry, quoting, reader);
        write(head.text());
        hunksAt = buffer.size();
        format(entry);
        flush();
        ChangeKind kind = ChangeKind.of(entry);
        boolean moved = kind == ChangeKind.RENAMED || kind == ChangeKind.COPIED;
        String old = moved ? Visible.line(entry.getOldPath()) : null;
        String path = Visible.line(Changes.path(entry));
        return new Shown(
                Visible.text(buffer.text(0)),
                Visible.text(buffer.text(hunksAt)),
                new FileChange(path, old, kind, additions, deletions, binary, buffer.cut()));
    }

    private void write(String text) {
        buffer.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void format(FileHeader found, RawText a, RawText b, @Nullable DiffDriver driver) throws IOException {
        PatchHead ours = Objects.requireNonNull(head);
        binary = found.getPatchType() == FileHeader.PatchType.BINARY;
        if (binary) {
            write("Binary files " + ours.before() + " and " + ours.after() + " differ\n");
        } else if (!found.toEditList().isEmpty()) {
            write(ours.names());
            hunksAt = buffer.size();
            format(found.toEditList(), a, b, driver);
        }
    }

    @Override
    public void close() {
        reader.close();
        super.close();
    }

    @Override
    public void format(EditList edits, RawText a, RawText b, @Nullable DiffDriver driver) throws IOException {
        before = a;
        for (Edit edit : edits) {
            additions += edit.getLengthB();
            deletions += edit.getLengthA();
        }
        super.format(edits, a, b, driver);
    }

    @Override
    protected void writeHunkHeader(int aStart, int aEnd, int bStart, int bEnd, @Nullable String function)
            throws IOException {
        super.writeHunkHeader(aStart, aEnd, bStart, bEnd, function == null ? functionAbove(aStart) : function);
    }

    /** The line that git takes for the head of a function: the last one above that begins with a letter, _ or $. */
    private @Nullable String functionAbove(int start) {
        for (int line = start - 1; before != null && line >= 0; line--) {
            String text = before.getString(line);
            char first = text.isEmpty() ? ' ' : text.charAt(0);
            if ((first < 128 && Character.isLetter(first)) || first == '_' || first == '$') {
                return text.substring(0, Math.min(text.length(), LONGEST_FUNCTION))
                        .stripTrailing();
            }
        }
        return null;
    }

    /** Keeps the beginning, up to a whole line. */
    private static final class Buffer extends ByteArrayOutputStream {

        private int most;
        private boolean cut;

        void clear(int limit) {
            reset();
            most = limit;
            cut = false;
        }

        boolean cut() {
            return cut;
        }

        @Override
        public synchronized void write(int b) {
            if (room() > 0) {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, Math.min(length, room()));
            cut |= length > most - size();
        }

        private int room() {
            cut |= size() >= most;
            return cut ? 0 : most - size();
        }

        String text(int from) {
            int end = cut ? RawParseUtils.prevLF(buf, count) + 1 : count;
            return RawParseUtils.decode(StandardCharsets.UTF_8, buf, from, Math.max(end, from));
        }
    }
}
