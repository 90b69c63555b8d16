package io.github.mcpconnectors.shared.protocol;

import java.util.Map;

/**
 * Leaves a call that cannot go on without the client's answers; it is run again when they are there (2026-07-28, Multi
 * Round-Trip Requests). No error: nothing has been changed yet.
 */
public final class InputRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, InputRequest> requests;

    public InputRequired(Map<String, InputRequest> requests) {
        super("input required", null, false, false);
        this.requests = Map.copyOf(requests);
    }

    public Map<String, InputRequest> requests() {
        return requests;
    }
}
