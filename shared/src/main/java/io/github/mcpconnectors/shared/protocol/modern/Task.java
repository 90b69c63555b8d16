package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.protocol.Cancellation;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that its caller holds a handle of: how far it is, what it asks, and what became of it (SEP-2663, Tasks). Its lock
 * is never held while somebody else's code runs.
 */
final class Task {

    private static final int POLL_MILLIS = 1_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As on the wire, in lower case. */
    private enum Status {
        WORKING,
        INPUT_REQUIRED,
        COMPLETED,
        CANCELLED,
        FAILED;

        boolean ended() {
            return this != WORKING && this != INPUT_REQUIRED;
        }
    }

    private final String id;
    private final TaskStore.Owner owner;
    private final Cancellation cancellation;
    private final Clock clock;
    private final Duration kept;
    private final Instant created;
    private final Map<String, InputRequest> asked = new LinkedHashMap<>();
    private final Map<String, Map<?, ?>> answers = new LinkedHashMap<>();
    private final List<Consumer<Task>> listeners = new CopyOnWriteArrayList<>();
    private Status status = Status.WORKING;
    private Instant updated;
    private @Nullable String message;
    private @Nullable String stopped;
    private Map<String, Object> outcome = Map.of();

    /** @param kept how long it is kept after its end */
    Task(TaskStore.Owner owner, Cancellation cancellation, Clock clock, Duration kept) {
        this.id = newId();
        this.owner = owner;
        this.cancellation = cancellation;
        this.clock = clock;
        this.kept = kept;
        this.created = now();
        this.updated = created;
    }

    String id() {
        return id;
    }

    TaskStore.Owner owner() {
        return owner;
    }

    /** SEP-2663, Task. What it is worth waiting for grows while it works: it is kept from its end on. */
    synchronized Map<String, Object> json() {
        Duration age = Duration.between(created, status.ended() ? updated : now());
        return Json.object(
                "taskId",
                id,
                "status",
                status.name().toLowerCase(Locale.ROOT),
                "statusMessage",
                message,
                "createdAt",
                created.toString(),
                "lastUpdatedAt",
                updated.toString(),
                "ttlMs",
                age.plus(kept).toMillis(),
                "pollIntervalMs",
                POLL_MILLIS);
    }

    /** SEP-2663, DetailedTask. */
    synchronized Map<String, Object> details() {
        Map<String, Object> details = json();
        details.putAll(outcome);
        if (status == Status.INPUT_REQUIRED) {
            Map<String, Object> requests = new LinkedHashMap<>();
            asked.forEach((key, request) -> requests.put(key, request.json()));
            details.put("inputRequests", requests);
        }
        return details;
    }

    /** Tells the listener of every change, until the watch is closed; it looks for itself what has changed. */
    Watch listen(Consumer<Task> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(listener -> listener.accept(this));
    }

    void working(String progress) {
        synchronized (this) {
            if (status.ended()) {
                return;
            }
            change(status, progress);
        }
        tell();
    }

    private void change(Status next, @Nullable String note) {
        status = next;
        message = note;
        updated = now();
    }

    /** Blocks until all of these are answered; meanwhile the call does not count as one that is worked on. */
    Map<String, Map<?, ?>> ask(Map<String, InputRequest> requests) {
        synchronized (this) {
            asked.putAll(requests);
            change(Status.INPUT_REQUIRED, message);
        }
        tell();
        cancellation.pause();
        try {
            return awaitAnswers();
        } catch (InterruptedException e) {
            throw new CancellationException();
        } finally {
            cancellation.resume();
        }
    }

    private synchronized Map<String, Map<?, ?>> awaitAnswers() throws InterruptedException {
        while (!asked.isEmpty()) {
            wait();
        }
        return Map.copyOf(answers);
    }

    /** Takes what answers open questions, and ignores the rest; refuses all if one of them is no answer. */
    void answer(Map<?, ?> responses) {
        if (take(responses)) {
            tell();
        }
    }

    private synchronized boolean take(Map<?, ?> responses) {
        Map<String, Map<?, ?>> taken = new LinkedHashMap<>();
        asked.forEach((key, request) -> {
            Object response = responses.get(key);
            if (response instanceof Map<?, ?> answer) {
                taken.put(key, request.checked(answer));
            } else if (response != null) {
                throw RpcError.invalidParams("Each of params.inputResponses must be an object");
            }
        });
        answers.putAll(taken);
        asked.keySet().removeAll(taken.keySet());
        if (!taken.isEmpty()) {
            change(asked.isEmpty() ? Status.WORKING : status, message);
            notifyAll();
        }
        return !taken.isEmpty();
    }

    /** Stops the work if it can be stopped; the task ends when the work does. */
    void cancel(String why) {
        synchronized (this) {
            if (status.ended() || stopped != null) {
                return;
            }
            stopped = why;
        }
        cancellation.cancel();
    }

    void complete(Map<String, Object> result) {
        boolean failed = Boolean.TRUE.equals(result.get("isError"));
        end(Status.COMPLETED, failed, null, Map.of("result", result));
    }

    void fail(RpcError error) {
        end(Status.FAILED, true, error.getMessage(), Map.of("error", error.json()));
    }

    /** What was stopped and then did not succeed was cancelled; what was done nevertheless is done. */
    private void end(Status how, boolean failed, @Nullable String why, Map<String, Object> what) {
        synchronized (this) {
            if (status.ended()) {
                return;
            }
            boolean cancelled = failed && stopped != null;
            asked.clear();
            outcome = cancelled ? Map.of() : what;
            change(cancelled ? Status.CANCELLED : how, cancelled ? stopped : why);
        }
        tell();
    }

    private static String newId() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
