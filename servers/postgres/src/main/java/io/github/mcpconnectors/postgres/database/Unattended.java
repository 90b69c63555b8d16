package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import java.util.Optional;

/** Work of the server's own: nobody waits for it, gives it up, or can be asked. */
public final class Unattended implements Call {

    @Override
    public Caller caller() {
        return Caller.LOCAL;
    }

    @Override
    public void progress(long done, long total, String message) {}

    @Override
    public void log(Severity severity, String message) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void onCancel(Runnable action) {}

    @Override
    public void confirm(String question, String fingerprint) {
        throw new IllegalStateException("Nobody can be asked");
    }

    @Override
    public <F extends Record> Optional<F> ask(String question, Class<F> form) {
        throw new IllegalStateException("Nobody can be asked");
    }
}
