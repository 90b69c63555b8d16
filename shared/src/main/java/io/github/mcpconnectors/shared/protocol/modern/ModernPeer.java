package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.protocol.ClientCapabilities;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.ExchangePeer;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.InputRequired;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The client of one request; what it was asked before came along with the request. */
final class ModernPeer extends ExchangePeer {

    private final Envelope envelope;
    private final Rounds rounds;

    ModernPeer(Exchange exchange, Envelope envelope, Rounds rounds) {
        super(exchange);
        this.envelope = envelope;
        this.rounds = rounds;
    }

    @Override
    public boolean listensTo(Severity severity) {
        return envelope.logLevel() != null && severity.compareTo(envelope.logLevel()) >= 0;
    }

    @Override
    public boolean can(InputRequest request) {
        return envelope.capabilities().can(request);
    }

    @Override
    public RpcError refusal(InputRequest request, String why) {
        return new RpcError(
                Codes.MISSING_CAPABILITY,
                why,
                Json.object("requiredCapabilities", ClientCapabilities.neededFor(request)));
    }

    @Override
    public Map<String, Map<?, ?>> ask(Map<String, InputRequest> requests, boolean sealed) {
        Map<String, Map<?, ?>> answers = new LinkedHashMap<>();
        Map<String, InputRequest> missing = new LinkedHashMap<>();
        requests.forEach((key, request) -> {
            if (!can(request)) {
                throw refusal(request, "The client has to declare that it can do " + request.method());
            }
            Map<?, ?> answer = rounds.answer(key, sealed);
            if (answer == null) {
                missing.put(key, request);
            } else {
                answers.put(key, request.checked(answer));
            }
        });
        if (!missing.isEmpty()) {
            throw new InputRequired(missing);
        }
        return answers;
    }
}
