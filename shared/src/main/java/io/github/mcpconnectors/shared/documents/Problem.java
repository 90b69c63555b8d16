package io.github.mcpconnectors.shared.documents;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;

/** The refusals that several formats share. */
final class Problem {

    private Problem() {}

    static ToolException invalid(String message) {
        return new ToolException(Reason.INVALID, message);
    }

    static ToolException notFound(String message) {
        return new ToolException(Reason.NOT_FOUND, message);
    }

    /** A document built to exhaust the reader, or so large that it does so by accident. */
    static ToolException tooLarge(String what) {
        return invalid("The document was not read: " + what + " Read a smaller document, or split this one.");
    }

    static ToolException locked() {
        return invalid("The document is protected by a password. Save it without a password and read that copy.");
    }

    static ToolException damaged(Throwable cause) {
        return new ToolException(
                Reason.INVALID,
                "The document is damaged or is not what its name says. Open it where it came from and save it again.",
                cause);
    }
}
