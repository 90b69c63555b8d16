package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Json.NotJson;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals a {@link RequestState} into the text that the client brings back, and opens it again on any node that has the
 * keys: v1.kid.payload.signature, the payload base64url of JSON, the signature HMAC-SHA256 over all that is before it.
 * Signed, not encrypted: everybody on the way can read the answers, so never put secrets in.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi Round-Trip
 *     Requests</a>
 */
public final class StateCodec {

    /** How long a person may take to answer. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    static final int MAX_CHARS = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(StateCodec.class);
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 16;

    /**
     * As it is written; expires in seconds since 1970.
     *
     * @param origin the digest of method, name, arguments and caller
     */
    private record Payload(
            String origin, long expires, String nonce, List<String> asked, Map<String, Map<String, Object>> answers) {}

    private final SecureRandom random = new SecureRandom();
    private final AtomicBoolean strangeKeyTold = new AtomicBoolean();
    private final StateKeys keys;
    private final Clock clock;

    public StateCodec(StateKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The requestState to send with these questions, carrying the answers that are already there. */
    public String seal(Origin origin, Set<String> asked, Map<String, Map<String, Object>> answers) {
        long expires = clock.instant().plus(LIFETIME).getEpochSecond();
        Payload payload = new Payload(origin.digest(), expires, nonce(), List.copyOf(asked), answers);
        byte[] json = Json.text(RecordWriter.write(payload)).getBytes(StandardCharsets.UTF_8);
        String head = VERSION + "." + keys.signer().id() + "." + base64(json);
        String text = head + "." + keys.signer().sign(head);
        if (text.length() > MAX_CHARS) {
            throw new RpcError(RpcError.INVALID_PARAMS, "The answers in inputResponses are too long. Shorten them.");
        }
        return text;
    }

    /**
     * What was sealed for this request.
     *
     * @throws RpcError in the same words whatever is wrong, so that nobody learns how far a forgery got
     */
    public RequestState open(String text, Origin origin) {
        Payload payload = signed(text);
        if (payload == null
                || !payload.origin().equals(origin.digest())
                || clock.instant().getEpochSecond() >= payload.expires()) {
            throw new RpcError(
                    RpcError.INVALID_PARAMS,
                    "The requestState is not valid for this request, or has expired. Call again without it.");
        }
        return new RequestState(
                Set.copyOf(payload.asked()),
                payload.answers(),
                payload.nonce(),
                Instant.ofEpochSecond(payload.expires()));
    }

    private @Nullable Payload signed(String text) {
        String[] parts = text.length() > MAX_CHARS ? new String[0] : text.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            return null;
        }
        StateKeys.Key key = keys.named(parts[1]);
        if (key == null && !strangeKeyTold.getAndSet(true)) {
            // Once: anybody can send anything. But two nodes with different keys ask the person again and again.
            LOG.warn(
                    "A requestState names a key that this node does not have; do all nodes have the same --state-keys?");
        }
        String head = text.substring(0, text.lastIndexOf('.'));
        return key == null || !key.signed(head, parts[3]) ? null : payload(parts[2]);
    }

    /** Null where somebody uses the key for something else, too. */
    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    private static @Nullable Payload payload(String base64) {
        try {
            Object json = Json.read(Base64.getUrlDecoder().decode(base64));
            return json instanceof Map<?, ?> values
                    ? RecordReader.read(Payload.class, (Map<String, ?>) values, Naming.AS_SPELLED, new ArrayList<>())
                    : null;
        } catch (NotJson | IllegalArgumentException e) {
            return null;
        }
    }

    private String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return base64(nonce);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
