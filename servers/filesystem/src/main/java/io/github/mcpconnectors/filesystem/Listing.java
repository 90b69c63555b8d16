package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.text.PathPatterns;
import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists directories page by page. By name, only the entries of the page are looked at, however many there are. */
final class Listing {

    /** The largest and the newest come first. */
    enum Order {
        NAME,
        SIZE,
        MTIME
    }

    /** One entry as it is told. */
    record Item(
            @Description("Relative to the directory") String name,
            Entry.Type type,
            @Nullable Long size,
            @Nullable Instant modified,

            @Description("Where a link leads, if inside") @Nullable
            String target) {

        String line() {
            return "[" + label() + "] " + Names.visible(name);
        }

        /** As the reference server has it, and a word of its own for links and the rest. */
        String label() {
            return switch (type) {
                case DIRECTORY -> "DIR";
                case SYMLINK -> "LINK";
                case FILE, OTHER -> type.name().toUpperCase(Locale.ROOT);
            };
        }
    }

    /** How much to return, and from where on. */
    record Cut(int limit, @Nullable String cursor) {}

    record Page(List<Item> items, @Nullable String nextCursor, int unreadable) {}

    private final Sandbox sandbox;
    private final boolean hidden;
    private final Runnable check;

    Listing(Sandbox sandbox, boolean hidden, Runnable check) {
        this.sandbox = sandbox;
        this.hidden = hidden;
        this.check = check;
    }

    Page page(Place place, int depth, Order order, Cut cut) {
        try (Directory directory = sandbox.directory(place)) {
            return order == Order.NAME ? byName(directory, depth, cut) : sorted(directory, depth, order, cut);
        }
    }

    private Page byName(Directory directory, int depth, Cut cut) {
        String after = cut.cursor() == null ? null : Cursor.key(cut.cursor());
        List<Item> items = new ArrayList<>();
        Walk walk = walk(after);
        walk.run(directory, found -> {
            if (items.size() == cut.limit()) {
                return Walk.Next.STOP;
            }
            items.add(item(found));
            return found.depth() < depth ? Walk.Next.ENTER : Walk.Next.PASS;
        });
        return new Page(
                items, walk.stopped() ? Cursor.after(items.get(items.size() - 1).name()) : null, walk.denied());
    }

    /** Here everything has to be looked at, so the cursor is a position: such orders change with every write. */
    private Page sorted(Directory directory, int depth, Order order, Cut cut) {
        List<Item> all = new ArrayList<>();
        Walk walk = walk(null);
        walk.run(directory, found -> {
            all.add(item(found));
            return found.depth() < depth ? Walk.Next.ENTER : Walk.Next.PASS;
        });
        Comparator<Item> first = order == Order.SIZE
                ? Comparator.comparing(Item::size, Comparator.nullsLast(Comparator.reverseOrder()))
                : Comparator.comparing(Item::modified, Comparator.nullsLast(Comparator.reverseOrder()));
        all.sort(first.thenComparing(Item::name, Paths::order));
        int from = Math.min(position(cut.cursor()), all.size());
        int to = Math.min(from + cut.limit(), all.size());
        return new Page(
                all.subList(from, to), to < all.size() ? Cursor.after(String.valueOf(to)) : null, walk.denied());
    }

    private static int position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        String key = Cursor.key(cursor);
        if (!key.matches("\\d{1,9}")) {
            throw new ToolException(Reason.INVALID, "The cursor belongs to another order. Leave it out to start anew.");
        }
        return Integer.parseInt(key);
    }

    private Walk walk(@Nullable String after) {
        return new Walk(new Walk.Filter(PathPatterns.of(List.of()), false, hidden, after), check);
    }

    private Item item(Walk.Found found) {
        Entry entry = found.entry();
        String target = entry.type() == Entry.Type.SYMLINK
                ? sandbox.target(found.directory().place().child(entry.name()))
                        .map(Place::shown)
                        .orElse(null)
                : null;
        return new Item(found.path(), entry.type(), entry.isFile() ? entry.size() : null, entry.modified(), target);
    }
}
