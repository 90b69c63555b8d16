package io.github.mcpconnectors.filesystem;

import java.util.Locale;

/** Writes a tree as the reference server does, {@code JSON.stringify(tree, null, 2)}, entry by entry as they are met. */
final class TreeText {

    private final StringBuilder text = new StringBuilder("[");
    private final int maxDepth;
    private final int maxEntries;
    private int entries;
    private boolean truncated;
    /** Of the entry that was written last; 0 at the start. */
    private int depth;
    /** Whether a list was just opened, so that nothing is in it yet. */
    private boolean empty = true;

    TreeText(int maxDepth, int maxEntries) {
        this.maxDepth = maxDepth;
        this.maxEntries = maxEntries;
    }

    Walk.Next add(Walk.Found found) {
        if (entries == maxEntries) {
            truncated = true;
            return Walk.Next.STOP;
        }
        entries++;
        close(found.depth() - 1);
        text.append(empty ? "\n" : ",\n");
        String indent = "    ".repeat(found.depth() - 1) + "  ";
        text.append(indent).append("{\n");
        text.append(indent).append("  \"name\": ").append(quoted(found.entry().name()));
        text.append(",\n").append(indent).append("  \"type\": \"");
        text.append(found.entry().type().name().toLowerCase(Locale.ROOT)).append('"');
        return found.entry().isDirectory() ? open(found, indent) : leaf(indent);
    }

    private Walk.Next open(Walk.Found found, String indent) {
        text.append(",\n").append(indent).append("  \"children\": [");
        depth = found.depth();
        empty = true;
        boolean enter = found.depth() < maxDepth;
        truncated |= !enter;
        return enter ? Walk.Next.ENTER : Walk.Next.PASS;
    }

    private Walk.Next leaf(String indent) {
        text.append('\n').append(indent).append('}');
        empty = false;
        return Walk.Next.PASS;
    }

    /** Closes the lists of directories until only those of so many levels are open. */
    private void close(int level) {
        for (; depth > level; depth--) {
            String indent = "    ".repeat(depth - 1) + "  ";
            text.append(empty ? "" : "\n" + indent + "  ")
                    .append("]\n")
                    .append(indent)
                    .append('}');
            empty = false;
        }
    }

    /** The whole text; nothing is added after it. */
    String finish() {
        close(0);
        return text.append(empty ? "]" : "\n]").toString();
    }

    int entries() {
        return entries;
    }

    boolean truncated() {
        return truncated;
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
