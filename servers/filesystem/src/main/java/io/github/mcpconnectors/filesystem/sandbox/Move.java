package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.shared.ToolException;
import java.util.Optional;

/** Renames an entry between two open directories; overwriting replaces files and links only, never a directory. */
final class Move {

    private final Directory source;
    private final Entry entry;
    private final Directory target;
    private final String name;

    Move(Directory source, Entry entry, Directory target, String name) {
        this.source = source;
        this.entry = entry;
        this.target = target;
        this.name = name;
    }

    void run(boolean overwrite) {
        Optional<Entry> there = target.find(name);
        if (there.isEmpty()) {
            toNewName();
            return;
        }
        if (!isOtherSpelling()) {
            checkReplaceable(there.get(), overwrite);
        }
        rename();
    }

    private void toNewName() {
        if (entry.isDirectory()) {
            // The system itself refuses to replace anything by a directory, except an empty one.
            rename();
            return;
        }
        AtomicWrite.takeName(target, name);
        boolean done = false;
        try {
            rename();
            done = true;
        } finally {
            if (!done) {
                AtomicWrite.discard(target, name);
            }
        }
    }

    private void rename() {
        source.rename(entry.name(), target, name);
    }

    /** From {@code a.txt} to {@code A.txt} on a disk that ignores letter case: it "exists", but is the file itself. */
    private boolean isOtherSpelling() {
        return source.place().equals(target.place())
                && entry.name().equalsIgnoreCase(name)
                && !target.names().contains(name);
    }

    private void checkReplaceable(Entry there, boolean overwrite) {
        String shown = target.shown(name);
        if (!overwrite) {
            throw new ToolException(CONFLICT, "Destination already exists: " + shown);
        }
        if (there.isDirectory() || entry.isDirectory()) {
            throw new ToolException(
                    CONFLICT, "Destination already exists: " + shown + ". Overwriting never replaces a directory.");
        }
    }
}
