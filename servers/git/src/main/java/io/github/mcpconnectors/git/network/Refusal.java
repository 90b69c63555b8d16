package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;

/** What we do not go along with in the middle of a transfer; JGit passes it on as a cause. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final ToolException.Reason reason;

    Refusal(ToolException.Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    ToolException asToolException() {
        return new ToolException(reason, String.valueOf(getMessage()), this);
    }
}
