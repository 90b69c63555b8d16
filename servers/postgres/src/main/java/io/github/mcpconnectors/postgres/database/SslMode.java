package io.github.mcpconnectors.postgres.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much TLS a connection needs, as libpq names it; allow is left out, which begins in the clear. */
public enum SslMode {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /** Such as verify-full. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SslMode named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the server has to show a certificate that somebody we trust has signed. */
    boolean verifies() {
        return this == VERIFY_CA || this == VERIFY_FULL;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(SslMode::label).toList();
    }
}
