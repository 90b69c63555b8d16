package io.github.mcpconnectors.shared.protocol.modern;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a requestState that we sealed says.
 *
 * @param asked the keys of the questions that were sent along with it
 * @param answers of the rounds before: the client's result for each key
 * @param nonce 128 random bits, for {@link UsedStates}
 */
public record RequestState(Set<String> asked, Map<String, Map<String, Object>> answers, String nonce, Instant expires) {

    public RequestState {
        asked = Set.copyOf(asked);
        answers = Map.copyOf(answers);
    }
}
