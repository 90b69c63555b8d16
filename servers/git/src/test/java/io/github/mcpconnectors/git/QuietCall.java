package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import java.util.Optional;

/** A request that can be cancelled, and nothing else. */
public final class QuietCall implements Call {

    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    @Override
    public Caller caller() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void progress(long done, long total, String message) {}

    @Override
    public void log(Severity severity, String message) {}

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {}

    @Override
    public void confirm(String question, String fingerprint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <F extends Record> Optional<F> ask(String question, Class<F> form) {
        throw new UnsupportedOperationException();
    }
}
