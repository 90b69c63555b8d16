package io.github.mcpconnectors.filesystem;

import java.util.Locale;

/** Sizes for people, as the reference server writes them: 512 B, 1.50 KB. */
final class Sizes {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Sizes() {}

    static String format(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.2f %s", size, UNITS[unit]);
    }
}
