package io.github.mcpconnectors.shared;

/** From where a server can be called, for defaults that are stricter where strangers can be. */
public enum Reach {
    /** Over stdio, or over HTTP on a loopback address. */
    MACHINE,
    /** Over HTTP on any other address. */
    NETWORK
}
