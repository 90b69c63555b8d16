package io.github.mcpconnectors.shared.protocol;

/** Whether a person is asked before something is destroyed. */
public enum Consent {
    ASK,
    NEVER
}
