package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import java.util.Set;

/** Something that the client is asked for while it waits for an answer (2026-07-28, Multi Round-Trip Requests). */
public record InputRequest(String method, Map<String, Object> params) {

    public static final String ELICITATION = "elicitation/create";
    public static final String SAMPLING = "sampling/createMessage";
    public static final String ROOTS = "roots/list";

    private static final Set<String> ACTIONS = Set.of("accept", "decline", "cancel");

    /** A form for the person. */
    public static InputRequest form(String question, Map<String, Object> schema) {
        return new InputRequest(
                ELICITATION, Json.object("mode", "form", "message", question, "requestedSchema", schema));
    }

    /** A question to which yes or no is the whole answer. */
    public static InputRequest consent(String question) {
        return form(question, Json.object("type", "object", "properties", Map.of()));
    }

    /** The answer itself, if it is one that this kind of request can have. */
    public Map<?, ?> checked(Map<?, ?> answer) {
        boolean known = answer.get("action") instanceof String action && ACTIONS.contains(action);
        if (method.equals(ELICITATION) && !known) {
            throw RpcError.invalidParams("The answer to elicitation/create needs an action: accept, decline or cancel");
        }
        return answer;
    }

    public Map<String, Object> json() {
        return Json.object("method", method, "params", params);
    }
}
