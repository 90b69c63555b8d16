package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.protocol.Consent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A call by the person at the command line: progress is printed, consent is asked for there. */
final class TerminalCall implements Call {

    private final Terminal terminal;
    private final Consent consent;

    TerminalCall(Terminal terminal, Consent consent) {
        this.terminal = terminal;
        this.consent = consent;
    }

    @Override
    public Caller caller() {
        return Caller.LOCAL;
    }

    @Override
    public void progress(long done, long total, String message) {
        terminal.err().println(message);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    /** Nothing to register: an interrupted command ends with its process. */
    @Override
    public void onCancel(Runnable action) {}

    @Override
    public void confirm(String question, String fingerprint) {
        if (consent == Consent.NEVER) {
            return;
        }
        terminal.err().print(question + " Type yes to go on: ");
        terminal.err().flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            if (!"yes".equals(answer)) {
                throw new ToolException(Reason.DENIED, "You did not agree. Nothing was done.");
            }
        } catch (IOException e) {
            throw new ToolException(Reason.DENIED, "There was no answer. Nothing was done.", e);
        }
    }
}
