package io.github.mcpconnectors.shared;

/** How bad something is, from least to most (RFC 5424, 6.2.1). */
public enum Severity {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY
}
