package io.github.mcpconnectors.git.diff;

/** How changes are told: as a patch, or as git diff --numstat or --name-status does. */
public enum DiffFormat {
    PATCH,
    STAT,
    NAMES
}
