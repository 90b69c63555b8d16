package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.Peer;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Tasks extension (SEP-2663): a call that is not done within its grace goes on behind a handle, by which its caller
 * looks at it, answers its questions and stops it. Tasks live in this process and go with it.
 */
final class Tasks {

    static final String EXTENSION = "io.modelcontextprotocol/tasks";

    static final Set<String> METHODS = Set.of("tasks/get", "tasks/update", "tasks/cancel");

    /** The only one whose requests may become tasks. */
    static final String METHOD = "tools/call";

    /** Of one result; more than that is not worth keeping. */
    private static final int MOST_RESULT_BYTES = 16 << 20;

    private final TaskLimits limits;
    private final Clock clock;
    private final Results results;
    private final TaskStore store;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "tasks");
        thread.setDaemon(true);
        return thread;
    });

    Tasks(TaskLimits limits, Clock clock, Results results) {
        this.limits = limits;
        this.clock = clock;
        this.results = results;
        this.store = new TaskStore(limits.mostEach());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** By name; for clients that declare the extension. */
    Map<String, Methods.Method> methods() {
        return Map.of("tasks/get", this::get, "tasks/update", this::update, "tasks/cancel", this::cancel);
    }

    private Map<String, Object> get(Params params, Peer peer) {
        return find(params, peer).details();
    }

    private Map<String, Object> update(Params params, Peer peer) {
        find(params, peer).answer(params.object("inputResponses").values());
        return Map.of();
    }

    private Map<String, Object> cancel(Params params, Peer peer) {
        find(params, peer).cancel("Cancelled by the client.");
        return Map.of();
    }

    private Task find(Params params, Peer peer) {
        Task task = find(params.text("taskId"), peer.caller());
        if (task == null) {
            throw RpcError.invalidParams("There is no such task. Tasks are forgotten some minutes after their end.");
        }
        return task;
    }

    /** Null if there is none, or another caller's. */
    @Nullable
    Task find(String id, Caller caller) {
        return store.find(id, TaskStore.Owner.of(caller));
    }

    /**
     * Tells the listener of changes, those that come close together as one; on a thread that no cancellation interrupts,
     * since it writes to another stream.
     */
    Watch follow(Task task, Consumer<Task> listener) {
        AtomicBoolean due = new AtomicBoolean();
        return task.listen(changed -> {
            if (due.compareAndSet(false, true)) {
                timer.execute(() -> {
                    due.set(false);
                    listener.accept(changed);
                });
            }
        });
    }

    /** The result, or null if the client was given a handle instead. */
    @Nullable
    Map<String, Object> call(
            Exchange exchange, ModernPeer peer, Rounds rounds, Function<Peer, Map<String, Object>> work) {
        TaskStore.Owner owner = TaskStore.Owner.of(exchange.caller());
        Task task = new Task(owner, exchange.cancellation(), clock, limits.kept());
        TaskPeer own = new TaskPeer(peer, rounds, task, () -> handle(exchange, task));
        store.takePlace(owner);
        try {
            Map<String, Object> result = run(task, own, work);
            return own.staysInForeground() ? result : null;
        } catch (RpcError e) {
            if (own.staysInForeground()) {
                throw e;
            }
            ended(task, 0);
            task.fail(e);
            return null;
        } finally {
            if (own.staysInForeground()) {
                store.leavePlace(owner);
            }
        }
    }

    private Map<String, Object> run(Task task, TaskPeer own, Function<Peer, Map<String, Object>> work) {
        Future<?> grace = after(limits.grace(), own::enterBackground);
        Future<?> longest = after(limits.longest(), () -> task.cancel("It took longer than a task may."));
        try {
            return Methods.guarded(METHOD, () -> {
                Map<String, Object> result = work.apply(own);
                if (!own.staysInForeground()) {
                    keep(task, result);
                }
                return result;
            });
        } finally {
            grace.cancel(false);
            longest.cancel(false);
        }
    }

    private Future<?> after(Duration time, Runnable work) {
        return timer.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives the client the handle of a task that can be found from before that on; false if nobody waits any more. */
    private boolean handle(Exchange exchange, Task task) {
        Map<String, Object> handle = Json.object("resultType", "task");
        handle.putAll(task.json());
        store.add(task);
        boolean given = exchange.result(results.tagged(handle));
        if (!given) {
            store.remove(task);
        }
        return given;
    }

    private void keep(Task task, Map<String, Object> result) {
        // As the request itself would have been answered.
        Map<String, Object> complete = results.complete(METHOD, result);
        int bytes = Json.bytes(complete).length;
        if (bytes > MOST_RESULT_BYTES) {
            throw new RpcError(
                    RpcError.INTERNAL_ERROR,
                    "The result has " + bytes + " bytes, which is too much to keep; ask for less at once.");
        }
        ended(task, bytes);
        task.complete(complete);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing to wait for
    private void ended(Task task, int resultBytes) {
        store.ended(task, resultBytes);
        String id = task.id();
        after(limits.kept(), () -> store.forget(id));
    }
}
