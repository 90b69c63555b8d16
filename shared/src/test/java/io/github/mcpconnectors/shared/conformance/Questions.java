package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.protocol.FixtureCalls;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.Peer;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what authors have no way to ask: of models and for roots, several at once, under given keys. */
final class Questions {

    static final InputRequest NAME = form("What is your name?", "name", "string");
    static final InputRequest ROOTS = new InputRequest(InputRequest.ROOTS, Map.of());

    private Questions() {}

    static InputRequest form(String question, String field, String type) {
        return InputRequest.form(
                question,
                Json.object(
                        "type",
                        "object",
                        "properties",
                        Json.object(field, Json.object("type", type)),
                        "required",
                        List.of(field)));
    }

    static InputRequest toModel(String prompt) {
        Map<String, Object> message =
                Json.object("role", "user", "content", Json.object("type", "text", "text", prompt));
        return new InputRequest(InputRequest.SAMPLING, Json.object("messages", List.of(message), "maxTokens", 100));
    }

    static Map<?, ?> one(Call call, String key, InputRequest request) {
        return Objects.requireNonNull(all(call, Map.of(key, request)).get(key));
    }

    static Map<String, Map<?, ?>> all(Call call, Map<String, InputRequest> requests) {
        return ask(call, requests, false);
    }

    /** Only answers to questions that we are known to have asked count. */
    static void sealed(Call call, Map<String, InputRequest> requests) {
        ask(call, requests, true);
    }

    private static Map<String, Map<?, ?>> ask(Call call, Map<String, InputRequest> requests, boolean sealed) {
        Peer peer = FixtureCalls.peer(call);
        requests.values().stream()
                .filter(request -> !peer.can(request))
                .findFirst()
                .ifPresent(request -> {
                    throw peer.refusal(request, "The client cannot do " + request.method());
                });
        return peer.ask(requests, sealed);
    }

    /** What the person wrote into a field. */
    static @Nullable Object field(Map<?, ?> answer, String name) {
        return answer.get("content") instanceof Map<?, ?> content ? content.get(name) : null;
    }

    /** What the model said. */
    static String text(Map<?, ?> answer) {
        return String.valueOf(field(answer, "text"));
    }
}
