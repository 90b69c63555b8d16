package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.protocol.Cancellation;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.InputRequired;
import io.github.mcpconnectors.shared.protocol.Peer;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The client of a call that may become a task. Until the client holds the handle, the call is like any other; what it asks
 * then is answered by tasks/update, and what it tells goes into the task.
 */
final class TaskPeer implements Peer {

    private final ModernPeer peer;
    private final Rounds rounds;
    private final Task task;
    private final BooleanSupplier handle;
    private boolean settled;
    private boolean background;

    /** @param handle gives the client the handle; false if it is too late for that */
    TaskPeer(ModernPeer peer, Rounds rounds, Task task, BooleanSupplier handle) {
        this.peer = peer;
        this.rounds = rounds;
        this.task = task;
        this.handle = handle;
    }

    /** Gives the client the handle, unless the answer is already clear; false if the call is answered like any other. */
    synchronized boolean enterBackground() {
        if (!settled) {
            settled = true;
            background = handle.getAsBoolean();
        }
        return background;
    }

    /** Whether the outcome answers the request itself; from here on no handle is given. */
    synchronized boolean staysInForeground() {
        settled = true;
        return !background;
    }

    @Override
    public Map<String, Map<?, ?>> ask(Map<String, InputRequest> requests, boolean sealed) {
        try {
            return peer.ask(requests, sealed);
        } catch (InputRequired needed) {
            if (staysInForeground()) {
                throw needed;
            }
            rounds.answered(task.ask(needed.requests()));
            return peer.ask(requests, sealed);
        }
    }

    @Override
    public void working(String progress) {
        task.working(progress);
    }

    @Override
    public Caller caller() {
        return peer.caller();
    }

    @Override
    public Cancellation cancellation() {
        return peer.cancellation();
    }

    /** Nothing any more when the client holds the handle (SEP-2663, Task Status Notifications). */
    @Override
    public void notify(String method, Map<String, Object> params) {
        peer.notify(method, params);
    }

    @Override
    public boolean listensTo(Severity severity) {
        return peer.listensTo(severity);
    }

    @Override
    public boolean can(InputRequest request) {
        return peer.can(request);
    }

    @Override
    public RuntimeException refusal(InputRequest request, String why) {
        return peer.refusal(request, why);
    }
}
