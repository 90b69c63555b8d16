package io.github.mcpconnectors.shared.protocol.modern;

/** The JSON-RPC error codes that 2026-07-28 adds (basic/index, Error Codes); over HTTP each is a 400. */
public final class Codes {

    /** A header is missing, malformed, or says something else than the body. */
    public static final int HEADER_MISMATCH = -32020;

    /** The client did not declare a capability that the request needs. */
    public static final int MISSING_CAPABILITY = -32021;

    public static final int UNSUPPORTED_VERSION = -32022;

    private Codes() {}
}
