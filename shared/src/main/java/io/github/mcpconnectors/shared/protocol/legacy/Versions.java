package io.github.mcpconnectors.shared.protocol.legacy;

import java.util.List;

/** The revisions that begin with a handshake. */
public final class Versions {

    /** Newest first. */
    public static final List<String> ALL = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private Versions() {}

    /** The version to speak with a client that asked for this one (2025-11-25, Lifecycle, Version Negotiation). */
    static String agree(String asked) {
        return ALL.contains(asked) ? asked : ALL.get(0);
    }
}
