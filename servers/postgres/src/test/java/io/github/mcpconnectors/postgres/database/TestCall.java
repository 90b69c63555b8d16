package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request of somebody that can be cancelled, and nothing else. */
public final class TestCall implements Call {

    private final Caller caller;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    public TestCall() {
        this(Caller.LOCAL);
    }

    public TestCall(Caller caller) {
        this.caller = caller;
    }

    synchronized void cancel() {
        cancelled = true;
        actions.forEach(Runnable::run);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void progress(long done, long total, String message) {}

    @Override
    public void log(Severity severity, String message) {}

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    @Override
    public synchronized void onCancel(Runnable action) {
        if (cancelled) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    @Override
    public void confirm(String question, String fingerprint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <F extends Record> Optional<F> ask(String question, Class<F> form) {
        throw new UnsupportedOperationException();
    }
}
