package io.github.mcpconnectors.git.diff;

import java.io.IOException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;

/** The lines before the first hunk of a patch, in git's extended form (git-diff(1)); JGit quotes other paths than git. */
record PatchHead(DiffEntry entry, PathQuoting quoting, ObjectReader reader) {

    private static final int DIGITS = 7;

    String text() throws IOException {
        ChangeKind kind = ChangeKind.of(entry);
        String from = kind == ChangeKind.ADDED ? entry.getNewPath() : entry.getOldPath();
        String to = kind == ChangeKind.DELETED ? entry.getOldPath() : entry.getNewPath();
        return "diff --git " + quoting.quote("a/" + from) + " " + quoting.quote("b/" + to) + "\n" + modes(kind)
                + similarity(kind) + index();
    }

    /** The two lines that name the file before and after. */
    String names() {
        return "--- " + tabbed(before()) + "+++ " + tabbed(after());
    }

    String before() {
        return name(entry.getOldMode(), "a/" + entry.getOldPath());
    }

    String after() {
        return name(entry.getNewMode(), "b/" + entry.getNewPath());
    }

    private String name(FileMode mode, String path) {
        return mode == FileMode.MISSING ? DiffEntry.DEV_NULL : quoting.quote(path);
    }

    /** A tab shows where a name with spaces ends. */
    private static String tabbed(String name) {
        return name + (name.contains(" ") ? "\t\n" : "\n");
    }

    private String modes(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> "new file mode " + octal(entry.getNewMode()) + "\n";
            case DELETED -> "deleted file mode " + octal(entry.getOldMode()) + "\n";
            default ->
                entry.getOldMode().equals(entry.getNewMode())
                        ? ""
                        : "old mode " + octal(entry.getOldMode()) + "\nnew mode " + octal(entry.getNewMode()) + "\n";
        };
    }

    private String similarity(ChangeKind kind) {
        if (kind != ChangeKind.RENAMED && kind != ChangeKind.COPIED) {
            return "";
        }
        String verb = kind == ChangeKind.RENAMED ? "rename" : "copy";
        return "similarity index " + entry.getScore() + "%\n"
                + verb + " from " + quoting.quote(entry.getOldPath()) + "\n"
                + verb + " to " + quoting.quote(entry.getNewPath()) + "\n";
    }

    private String index() throws IOException {
        if (entry.getOldId() == null || entry.getOldId().equals(entry.getNewId())) {
            return "";
        }
        String mode = entry.getOldMode().equals(entry.getNewMode()) ? " " + octal(entry.getNewMode()) : "";
        return "index " + brief(entry.getOldId()) + ".." + brief(entry.getNewId()) + mode + "\n";
    }

    private String brief(AbbreviatedObjectId id) throws IOException {
        return id.isComplete() ? reader.abbreviate(id.toObjectId(), DIGITS).name() : id.name();
    }

    private static String octal(FileMode mode) {
        return String.format("%06o", mode.getBits());
    }
}
