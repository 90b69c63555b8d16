package io.github.mcpconnectors.git.search;

/** Text that ends a long search from inside: regular expressions offer no other way. */
final class StoppableText implements CharSequence {

    private static final int READS_PER_CHECK = 16 * 1024;

    private final String text;
    private final Runnable check;
    private int reads;

    /** @param check throws when the search should end */
    StoppableText(String text, Runnable check) {
        this.text = text;
        this.check = check;
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_PER_CHECK == 0) {
            check.run();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
