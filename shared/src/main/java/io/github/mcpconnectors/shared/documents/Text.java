package io.github.mcpconnectors.shared.documents;

/** The text so far; takes no more than its limit and remembers that something was cut. */
final class Text {

    private final StringBuilder text = new StringBuilder();
    private final int max;
    private boolean truncated;

    Text(Budget budget) {
        max = budget.limits().maxChars();
    }

    Text append(CharSequence more) {
        int room = max - text.length();
        if (more.length() <= room) {
            text.append(more);
        } else {
            truncated = true;
            // half of a surrogate pair is not text
            int end = room > 0 && Character.isHighSurrogate(more.charAt(room - 1)) ? room - 1 : room;
            text.append(more, 0, end);
        }
        return this;
    }

    int max() {
        return max;
    }

    int room() {
        return max - text.length();
    }

    /** Ends the line unless there is none to end. */
    Text line() {
        return isEmpty() || endsWith("\n") ? this : append("\n");
    }

    /** Leaves one blank line before what follows. */
    Text block() {
        return isEmpty() || line().endsWith("\n\n") ? this : append("\n");
    }

    /** For a reader that stops early on its own account. */
    void truncate() {
        truncated = true;
    }

    boolean isTruncated() {
        return truncated;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    boolean endsWith(String end) {
        int from = text.length() - end.length();
        return from >= 0 && text.indexOf(end, from) == from;
    }

    @Override
    public String toString() {
        return text.toString().strip();
    }
}
