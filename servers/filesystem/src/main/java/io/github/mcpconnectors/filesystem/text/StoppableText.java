package io.github.mcpconnectors.filesystem.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Text that stops whoever reads it once time is up: the regular expressions offer no other way to end a long search. */
final class StoppableText implements CharSequence {

    private static final int READS_PER_CHECK = 16 * 1024;

    /** Ends the search from inside. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final BooleanSupplier stopped;
    private final AtomicInteger reads = new AtomicInteger();

    StoppableText(String text, BooleanSupplier stopped) {
        this.text = text;
        this.stopped = stopped;
    }

    @Override
    public char charAt(int index) {
        reads.setPlain(reads.getPlain() + 1);
        if (reads.getPlain() % READS_PER_CHECK == 0 && stopped.getAsBoolean()) {
            throw new Stopped();
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
