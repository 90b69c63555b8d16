package io.github.mcpconnectors.shared;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The request that a tool, resource or prompt is answering: who asks, whether they still want it, and ways to talk back. */
public interface Call {

    Caller caller();

    /**
     * Tells how far the work is; sent only if the client asked for it, and not more often than is useful.
     *
     * @param total in the same unit as done, or 0 when unknown
     */
    void progress(long done, long total, String message);

    /** Tells the client something about the work; sent only if it wants to know of things this bad. Never a secret. */
    void log(Severity severity, String message);

    boolean cancelled();

    /** Runs the action once, as soon as the call is cancelled: now, if it already is. */
    void onCancel(Runnable action);

    /** For loops: leaves the work when nobody waits for it any more. */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    /**
     * Returns when a person agreed to the question; otherwise throws a {@link ToolException}. Call it before anything is
     * changed: in protocol 2026-07-28 the tool runs again from the top once the answer is there.
     *
     * @param fingerprint of the state that the question speaks of; consent counts for this one only
     */
    void confirm(String question, String fingerprint);

    /**
     * Puts a form to a person; empty when they declined. As with {@link #confirm}, nothing may be changed before.
     *
     * @param form a flat record of texts, numbers, booleans, enums and lists of enums; never asks for a secret
     */
    <F extends Record> Optional<F> ask(String question, Class<F> form);
}
