package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.protocol.Consent;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A call by the person at the command line: progress is printed, consent is asked for there. */
final class TerminalCall implements Call {

    private final Terminal terminal;
    private final Consent consent;
    private final BufferedReader answers;

    TerminalCall(Terminal terminal, Consent consent) {
        this.terminal = terminal;
        this.consent = consent;
        this.answers = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
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
    public void log(Severity severity, String message) {
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
        if (!"yes".equals(line(question + " Type yes to go on: "))) {
            throw new ToolException(Reason.DENIED, "You did not agree. Nothing was done.");
        }
    }

    @Override
    public <F extends Record> Optional<F> ask(String question, Class<F> form) {
        terminal.err().println(question);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : Field.of(form, Naming.SNAKE)) {
            String about = field.description() == null ? "" : " (" + field.description() + ")";
            String typed = line(field.name() + about + ": ");
            Json.put(values, field.name(), typed.isEmpty() ? null : RecordReader.parse(field, typed));
        }
        List<Problem> problems = new ArrayList<>();
        F read = RecordReader.read(form, values, Naming.SNAKE, problems);
        if (read == null) {
            throw new ToolException(Reason.INVALID, RecordReader.tell(problems));
        }
        return Optional.of(read);
    }

    private String line(String prompt) {
        terminal.err().print(prompt);
        terminal.err().flush();
        try {
            // At the end of the input as if nothing had been typed.
            return Objects.requireNonNullElse(answers.readLine(), "");
        } catch (IOException e) {
            throw new ToolException(Reason.DENIED, "There was no answer. Nothing was done.", e);
        }
    }
}
