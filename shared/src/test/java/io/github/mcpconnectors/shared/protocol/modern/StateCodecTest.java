package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    private static final String OLD = "old:" + "A".repeat(43);
    private static final String NEW = "new:" + "B".repeat(42) + "A";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00.5Z"), ZoneOffset.UTC);

    private static final Map<String, Object> ARGUMENTS = Map.of("path", "/a", "edits", List.of(Map.of("x", 1, "y", 2)));
    private static final Caller ANN = new Caller("ann", Set.of("writer"), "acme");
    private static final Origin ORIGIN = new Origin("tools/call", "delete_file", ARGUMENTS, ANN);
    private static final Map<String, Map<String, Object>> ANSWERS =
            Map.of("name", Map.of("action", "accept", "content", Map.of("name", "Zoë", "ages", List.of(1, 2.5))));

    private final StateCodec codec = codec(OLD);

    @Test
    void givesBackWhatWasSealed() {
        RequestState state = codec.open(codec.seal(ORIGIN, Set.of("confirm", "why"), ANSWERS), ORIGIN);
        assertThat(state.asked()).containsExactlyInAnyOrder("confirm", "why");
        assertThat(state.answers()).isEqualTo(ANSWERS);
        assertThat(Base64.getUrlDecoder().decode(state.nonce())).hasSize(16);
        assertThat(state.expires()).isEqualTo("2026-11-20T10:10:00Z");
    }

    @Test
    void eachSealHasItsOwnNonce() {
        assertThat(codec.open(sealed(), ORIGIN).nonce())
                .isNotEqualTo(codec.open(sealed(), ORIGIN).nonce());
    }

    @Test
    void nothingHasToBeAskedOrAnswered() {
        RequestState state = codec.open(codec.seal(ORIGIN, Set.of(), Map.of()), ORIGIN);
        assertThat(state.asked()).isEmpty();
        assertThat(state.answers()).isEmpty();
    }

    @Test
    void refusesATextInWhichAnyCharacterWasChanged() {
        String text = sealed();
        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'A', 'B', '.', '-', '=', '\ud800', (char) (text.charAt(i) ^ 1)}) {
                if (other != text.charAt(i)) {
                    refuses(codec, text.substring(0, i) + other + text.substring(i + 1), ORIGIN);
                }
            }
            refuses(codec, text.substring(0, i), ORIGIN);
            refuses(codec, text.substring(0, i) + text.substring(i + 1), ORIGIN);
        }
        refuses(codec, text + "=", ORIGIN);
        refuses(codec, text + ".", ORIGIN);
        refuses(codec, " " + text, ORIGIN);
    }

    @Test
    void refusesPartsOfTwoStatesPutTogether() {
        String[] one = sealed().split("\\.", -1);
        String[] two = codec.seal(ORIGIN, Set.of("other"), Map.of()).split("\\.", -1);
        refuses(codec, String.join(".", one[0], one[1], one[2], two[3]), ORIGIN);
        refuses(codec, String.join(".", one[0], one[1], two[2], one[3]), ORIGIN);
    }

    @Test
    void refusesAStateOfAnotherRequest() {
        String text = sealed();
        refuses(codec, text, new Origin("prompts/get", "delete_file", ARGUMENTS, ANN));
        refuses(codec, text, new Origin("tools/call", "delete_folder", ARGUMENTS, ANN));
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("path", "/b", "edits", List.of(Map.of("x", 1, "y", 2))),
                Map.of("path", "/a", "edits", List.of(Map.of("x", 1, "y", "2"))),
                Map.of("path", "/a", "edits", Map.of("x", 1, "y", 2)),
                Map.of("path", "/a", "edits", List.of(Map.of("x", 1, "y", 2)), "force", true))) {
            refuses(codec, text, new Origin("tools/call", "delete_file", other, ANN));
        }
    }

    @Test
    void refusesAStateOfAnotherCallerOrTenant() {
        String text = sealed();
        for (Caller other : List.of(
                Caller.LOCAL,
                new Caller("bob", ANN.roles(), "acme"),
                new Caller("ann", ANN.roles(), "other"),
                new Caller("ann", ANN.roles(), null),
                new Caller("annacme", ANN.roles(), ""))) {
            refuses(codec, text, new Origin("tools/call", "delete_file", ARGUMENTS, other));
        }
    }

    @Test
    void rolesMayChangeMeanwhile() {
        Caller promoted = new Caller("ann", Set.of("admin"), "acme");
        assertThat(codec.open(sealed(), new Origin("tools/call", "delete_file", ARGUMENTS, promoted)))
                .isNotNull();
    }

    @Test
    void theOrderOfItemsMattersAndTheOrderOfKeysDoesNot() throws Json.NotJson {
        Origin one = origin("{\"a\":{\"x\":[1,{\"p\":null,\"q\":2}],\"y\":true},\"b\":\"c\"}");
        String text = codec.seal(one, Set.of("k"), Map.of());
        Origin turned = origin("{\"b\":\"c\",\"a\":{\"y\":true,\"x\":[1,{\"q\":2,\"p\":null}]}}");
        assertThat(codec.open(text, turned).asked()).containsExactly("k");
        refuses(codec, text, origin("{\"a\":{\"x\":[{\"p\":null,\"q\":2},1],\"y\":true},\"b\":\"c\"}"));
        refuses(codec, text, origin("{\"a\":{\"x\":[1,{\"q\":2}],\"y\":true},\"b\":\"c\"}"));
    }

    @Test
    void halfASurrogatePairIsNotAQuestionMark() throws Json.NotJson {
        Origin half = origin("{\"a\":\"\\ud800\"}");
        String text = codec.seal(half, Set.of(), Map.of("k", Map.of("content", "\ud800")));
        assertThat(codec.open(text, half).answers()).containsOnlyKeys("k");
        refuses(codec, text, origin("{\"a\":\"?\"}"));
        refuses(codec, text, origin("{\"a\":\"\\ud801\"}"));
    }

    @Test
    void expiresAfterTenMinutes() {
        String text = sealed();
        StateKeys keys = StateKeys.parse(OLD);
        Clock justBefore = Clock.offset(CLOCK, Duration.ofSeconds(599));
        assertThat(new StateCodec(keys, justBefore).open(text, ORIGIN)).isNotNull();
        refuses(new StateCodec(keys, Clock.offset(CLOCK, Duration.ofMinutes(10))), text, ORIGIN);
        refuses(new StateCodec(keys, Clock.offset(CLOCK, Duration.ofDays(400))), text, ORIGIN);
    }

    @Test
    void nodesWithTheSameKeysAcceptEachOthersStates() {
        assertThat(codec(OLD)
                        .open(codec(OLD).seal(ORIGIN, Set.of("k"), Map.of()), ORIGIN)
                        .asked())
                .containsExactly("k");
    }

    @Test
    void nodesWithOtherKeysRefuse() {
        refuses(codec(NEW), sealed(), ORIGIN);
        refuses(codec(NEW.replace("new:", "old:")), sealed(), ORIGIN);
        StateCodec random = new StateCodec(StateKeys.random(), CLOCK);
        refuses(new StateCodec(StateKeys.random(), CLOCK), random.seal(ORIGIN, Set.of(), Map.of()), ORIGIN);
    }

    @Test
    void aKeyVerifiesUntilItIsTakenAway() {
        String text = sealed();
        StateCodec rotated = codec(NEW + "," + OLD);
        assertThat(rotated.open(text, ORIGIN)).isNotNull();
        assertThat(rotated.seal(ORIGIN, Set.of(), Map.of())).startsWith("v1.new.");
        refuses(codec(NEW), text, ORIGIN);
    }

    @Test
    void refusesWhatTheKeySignedForAnotherUse() {
        String json = payload();
        assertThat(codec.open(signed("v1", json), ORIGIN)).isNotNull();
        refuses(codec, signed("v2", json), ORIGIN);
        for (String other : List.of("", "[]", "null", "{}", "not json", json.replace("nonce", "once"), json + "x")) {
            refuses(codec, signed("v1", other), ORIGIN);
        }
        StateKeys.Key key = StateKeys.parse(OLD).signer();
        refuses(codec, "v1.old.!." + key.sign("v1.old.!"), ORIGIN);
    }

    @Test
    void refusesTextsOfAllKinds() {
        for (String text : List.of("", ".", "...", "v1", "v1...", "v1.old..", "{}", ".".repeat(60_000))) {
            refuses(codec, text, ORIGIN);
        }
    }

    @Test
    void refusesATextThatIsTooLongEvenIfItIsSigned() {
        String json = payload();
        assertThat(codec.open(signed("v1", json + " ".repeat(40_000)), ORIGIN)).isNotNull();
        refuses(codec, signed("v1", json + " ".repeat(50_000)), ORIGIN);
    }

    @Test
    void sealsNothingThatItWouldNotOpen() {
        Map<String, Map<String, Object>> answers = Map.of("k", Map.of("content", "x".repeat(50_000)));
        assertThatThrownBy(() -> codec.seal(ORIGIN, Set.of(), answers))
                .isInstanceOfSatisfying(
                        RpcError.class, e -> assertThat(e.code()).isEqualTo(RpcError.INVALID_PARAMS))
                .hasMessageContaining("too long");
    }

    @Test
    void doesNotTellWhoCallsOrWithWhat() {
        String json = payload();
        assertThat(json).contains("accept").doesNotContain("ann").doesNotContain("/a");
    }

    private String sealed() {
        return codec.seal(ORIGIN, Set.of("confirm"), ANSWERS);
    }

    private String payload() {
        byte[] json = Base64.getUrlDecoder().decode(sealed().split("\\.", -1)[2]);
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String signed(String version, String json) {
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        String head = version + ".old." + payload;
        return head + "." + StateKeys.parse(OLD).signer().sign(head);
    }

    private static StateCodec codec(String keys) {
        return new StateCodec(StateKeys.parse(keys), CLOCK);
    }

    private static Origin origin(String arguments) throws Json.NotJson {
        Object read = Json.read(arguments.getBytes(StandardCharsets.UTF_8));
        return new Origin("tools/call", "delete_file", (Map<?, ?>) read, ANN);
    }

    private static void refuses(StateCodec codec, String text, Origin origin) {
        assertThatThrownBy(() -> codec.open(text, origin))
                .isInstanceOfSatisfying(RpcError.class, e -> {
                    assertThat(e.code()).isEqualTo(RpcError.INVALID_PARAMS);
                    assertThat(e.data()).isEmpty();
                })
                .hasMessage("The requestState is not valid for this request, or has expired. Call again without it.");
    }
}
