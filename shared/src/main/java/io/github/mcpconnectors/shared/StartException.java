package io.github.mcpconnectors.shared;

/** The server cannot start as it was told to: the message goes to stderr as it stands, and the process ends. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public StartException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
