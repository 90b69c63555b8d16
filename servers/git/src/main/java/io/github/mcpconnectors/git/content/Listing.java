package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;

/** Lists what is in a directory of a snapshot, page by page. */
public final class Listing {

    private static final int PAGE = 1_000;
    private static final int LONGEST_TARGET = 4_096;

    /** One entry; sizes are those of files, in bytes. */
    public record Item(
            String path,
            EntryType type,
            String mode,
            @Nullable Long size,
            @Nullable String target) {

        /** As {@code git ls-tree -l} without the id. */
        public String line() {
            String end = type == EntryType.DIRECTORY ? "/" : target == null ? "" : " -> " + target;
            return "%s %7s\t%s%s".formatted(mode, size == null ? "-" : size, path, end);
        }
    }

    private final Snapshot snapshot;
    private final String after;
    private final List<Item> items = new ArrayList<>();
    private String last = "";
    private int chars;
    private @Nullable String nextCursor;

    private Listing(Snapshot snapshot, String after) {
        this.snapshot = snapshot;
        this.after = after;
    }

    /** One page; the cursor is null for the first. */
    public static Listing of(Snapshot snapshot, String directory, boolean recursive, @Nullable String cursor)
            throws IOException {
        Listing listing = new Listing(snapshot, cursor == null ? "" : Cursor.key(cursor));
        snapshot.each(directory, recursive, listing::add);
        return listing;
    }

    public List<Item> items() {
        return items;
    }

    public @Nullable String nextCursor() {
        return nextCursor;
    }

    private boolean add(StoredFile file) throws IOException {
        if (file.sortKey().compareTo(after) <= 0) {
            return true;
        }
        if (items.size() == PAGE || chars > Clip.RESULT_CHARS) {
            nextCursor = Cursor.after(last);
            return false;
        }
        Item item = item(file);
        items.add(item);
        chars += item.line().length();
        last = file.sortKey();
        return true;
    }

    private Item item(StoredFile file) throws IOException {
        boolean stored = file.type() == EntryType.FILE || file.type() == EntryType.SYMLINK;
        return new Item(
                Visible.line(file.path()),
                file.type(),
                "%06o".formatted(file.mode().getBits()),
                stored ? snapshot.reader().getObjectSize(file.id(), Constants.OBJ_BLOB) : null,
                file.type() == EntryType.SYMLINK ? target(file) : null);
    }

    private String target(StoredFile link) throws IOException {
        byte[] target = new Blob(snapshot.reader(), link).bytes();
        int length = Math.min(target.length, LONGEST_TARGET);
        return Visible.line(Decoded.of(target, length).text());
    }
}
