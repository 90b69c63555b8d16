package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.protocol.InputRequired;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions and answers of one request over all its rounds (2026-07-28, Multi Round-Trip Requests). Answers that came
 * with this round count along with those that we sealed in earlier ones; where consent is at stake, an answer counts only
 * to a question that we sealed, and only once.
 */
final class Rounds {

    private final Seal seal;
    private final Origin origin;
    private final @Nullable RequestState state;
    private final Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> taken = new LinkedHashMap<>();
    private final Set<String> askedHere = new HashSet<>();
    private @Nullable Boolean firstUse;

    /** What all requests share. */
    record Seal(StateCodec codec, UsedStates used) {}

    private Rounds(Seal seal, Origin origin, @Nullable RequestState state) {
        this.seal = seal;
        this.origin = origin;
        this.state = state;
    }

    static Rounds of(Seal seal, Origin origin, Params params) {
        String text = params.optionalText("requestState");
        RequestState state = text == null ? null : seal.codec().open(text, origin);
        Rounds rounds = new Rounds(seal, origin, state);
        if (state != null) {
            rounds.answers.putAll(state.answers());
        }
        rounds.addAll(params.object("inputResponses").values());
        return rounds;
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    private void addAll(Map<?, ?> responses) {
        responses.forEach((key, response) -> {
            if (!(response instanceof Map)) {
                throw RpcError.invalidParams("Each of params.inputResponses must be an object");
            }
            answers.putIfAbsent(String.valueOf(key), (Map<String, Object>) response);
        });
    }

    /** The client's result for this key, or null if it has to be asked. */
    @Nullable
    Map<String, Object> answer(String key, boolean sealed) {
        Map<String, Object> answer = answers.get(key);
        if (answer == null || (sealed && !isSealed(key))) {
            return null;
        }
        taken.put(key, answer);
        return answer;
    }

    /** What the client answered to questions that a task put; it counts instead of what was sent unasked. */
    void answered(Map<String, Map<?, ?>> given) {
        answers.keySet().removeAll(given.keySet());
        addAll(given);
        askedHere.addAll(given.keySet());
    }

    private boolean isSealed(String key) {
        if (askedHere.contains(key)) {
            return true;
        }
        if (state == null || !(state.asked().contains(key) || state.answers().containsKey(key))) {
            return false;
        }
        if (firstUse == null) {
            firstUse = seal.used().use(state.nonce(), state.expires());
        }
        return firstUse;
    }

    /**
     * An InputRequiredResult. Only answers that were taken go on to the next round: the client could have sent any others
     * along, to have them sealed.
     */
    Map<String, Object> result(InputRequired needed) {
        Map<String, Object> requests = new LinkedHashMap<>();
        needed.requests().forEach((key, request) -> requests.put(key, request.json()));
        return Json.object(
                "resultType",
                "input_required",
                "inputRequests",
                requests,
                "requestState",
                seal.codec().seal(origin, requests.keySet(), taken));
    }
}
