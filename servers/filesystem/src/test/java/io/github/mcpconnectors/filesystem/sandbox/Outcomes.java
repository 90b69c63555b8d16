package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the operations of a race end: leak, success, or the reason of a refusal. */
final class Outcomes {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** The operation returns whether it saw what lies outside. */
    void attempt(Callable<Boolean> operation) {
        try {
            add(operation.call() ? "leak" : "success");
        } catch (ToolException e) {
            add(e.reason().name());
        } catch (Exception e) {
            throw new AssertionError("the gate lets only its own exception out", e);
        }
    }

    long count(String outcome) {
        LongAdder counted = counts.get(outcome);
        return counted == null ? 0 : counted.sum();
    }

    private void add(String outcome) {
        counts.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
