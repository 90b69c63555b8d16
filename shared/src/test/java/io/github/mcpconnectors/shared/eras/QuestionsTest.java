package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions to a person and what their answers are worth (Multi Round-Trip Requests). States that expired: StateCodecTest. */
class QuestionsTest {

    private static final Map<String, Object> ACCEPT = Map.of("action", "accept");
    private static final String ERASED = "{\"erased\":\"x\"}";

    /** What the server wants to know before it goes on. */
    private record Question(String key, Map<String, Object> request, String state) {

        static Question of(Reply reply) {
            assertThat(reply.result("resultType")).isEqualTo("input_required");
            Map<String, Object> requests = Reply.object(reply.result("inputRequests"));
            assertThat(requests).hasSize(1);
            String key = requests.keySet().iterator().next();
            return new Question(key, Reply.object(requests.get(key)), String.valueOf(reply.result("requestState")));
        }
    }

    private static Reply call(
            Wire wire, Map<String, Object> params, @Nullable Object responses, @Nullable Object state) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        Json.put(all, "inputResponses", responses);
        Json.put(all, "requestState", state);
        return wire.ask(modern("tools/call", all, envelope(MODERN, ASKABLE)));
    }

    private static Question ask(Wire wire, Map<String, Object> params) {
        return Question.of(call(wire, params, null, null));
    }

    private static Map<String, Object> erase() {
        return tool("erase", "what", "x");
    }

    /** M1. */
    @OverBoth
    void aQuestionIsAFormWithAState(Wire wire) {
        Question question = ask(wire, erase());
        assertThat(question.request()).containsEntry("method", "elicitation/create");
        assertThat(Reply.at(question.request(), "params", "mode")).isEqualTo("form");
        assertThat(Reply.at(question.request(), "params", "message")).isEqualTo("Erase x?");
        assertThat(Reply.at(question.request(), "params", "requestedSchema", "type"))
                .isEqualTo("object");
        assertThat(question.state()).startsWith("v1.");
    }

    /** M1: nothing else asks, and what comes along there means nothing. */
    @OverBoth
    void onlySomeMethodsTakeAnswers(Wire wire) {
        Map<String, Object> params = Map.of("inputResponses", Map.of("a", ACCEPT), "requestState", "nonsense");
        assertThat(wire.ask(modern("tools/list", params)).result("resultType")).isEqualTo("complete");
        assertThat(wire.ask(modern("server/discover", params)).result("resultType"))
                .isEqualTo("complete");
    }

    /** M3. */
    @OverBoth
    void consentIsAnAcceptAndNothingElse(Wire wire) {
        Question accepted = ask(wire, erase());
        Reply done = call(wire, erase(), Map.of(accepted.key(), ACCEPT), accepted.state());
        assertThat(done.text()).isEqualTo(ERASED);
        assertThat(done.result("resultType")).isEqualTo("complete");
        for (String action : List.of("decline", "cancel")) {
            Question question = ask(wire, erase());
            Reply reply = call(wire, erase(), Map.of(question.key(), Map.of("action", action)), question.state());
            assertThat(reply.text()).isEqualTo("The person did not agree. Nothing was done.");
            assertThat(reply.result("isError")).isEqualTo(true);
        }
    }

    /** M3. */
    @OverBoth
    void missingAnswersAreAskedForAgain(Wire wire) {
        Question question = ask(wire, erase());
        for (Map<String, Object> responses : List.<Map<String, Object>>of(
                Map.of(), Map.of("other", ACCEPT), Map.of("consent-1-0", ACCEPT, "form", ACCEPT))) {
            Question again = Question.of(call(wire, erase(), responses, question.state()));
            assertThat(again.key()).isEqualTo(question.key());
        }
        Map<String, Object> more = Map.of(question.key(), ACCEPT, "other", Map.of("action", "what?"));
        assertThat(call(wire, erase(), more, question.state()).text()).isEqualTo(ERASED);
    }

    /** M3. */
    @OverBoth
    void malformedAnswersAreRefused(Wire wire) {
        Question question = ask(wire, erase());
        for (Object responses : List.of(
                List.of(ACCEPT),
                "accept",
                Map.of(question.key(), "accept"),
                Map.of(question.key(), Map.of()),
                Map.of(question.key(), Map.of("action", "maybe")),
                Map.of(question.key(), Map.of("action", true)))) {
            call(wire, erase(), responses, ask(wire, erase()).state()).error(-32602, 200);
        }
    }

    /** M2. */
    @OverBoth
    void consentThatNobodyWasAskedForIsNone(Wire wire) {
        Question question = ask(wire, erase());
        Question.of(call(wire, erase(), Map.of(question.key(), ACCEPT), null));
        // The state of another question does not vouch for this one.
        Question poll = ask(wire, tool("poll", "topic", "x"));
        call(wire, erase(), Map.of(question.key(), ACCEPT), poll.state()).error(-32602, 200);
    }

    /** M2. */
    @OverBoth
    void aStateCountsForItsRequestOnly(Wire wire) {
        Question question = ask(wire, erase());
        Map<String, Object> responses = Map.of(question.key(), ACCEPT);
        for (Map<String, Object> other : List.of(
                tool("erase", "what", "y"), tool("erase", "what", "x", "restless", false), tool("poll", "what", "x"))) {
            assertThat(call(wire, other, responses, question.state())
                            .error(-32602, 200)
                            .get("message"))
                    .asString()
                    .startsWith("The requestState is not valid for this request");
        }
        Map<String, Object> prompt = new LinkedHashMap<>(erase());
        prompt.putAll(Map.of("inputResponses", responses, "requestState", question.state()));
        wire.ask(modern("prompts/get", prompt, envelope(MODERN, ASKABLE))).error(-32602, 200);
        assertThat(call(wire, erase(), responses, question.state()).text()).isEqualTo(ERASED);
    }

    /** M2. */
    @OverBoth
    void oneConsentCountsOnce(Wire wire) {
        Question question = ask(wire, erase());
        Map<String, Object> responses = Map.of(question.key(), ACCEPT);
        assertThat(call(wire, erase(), responses, question.state()).text()).isEqualTo(ERASED);
        Question again = Question.of(call(wire, erase(), responses, question.state()));
        assertThat(call(wire, erase(), responses, again.state()).text()).isEqualTo(ERASED);
    }

    /** M2. */
    @OverBoth
    void aStateThatWasChangedIsRefused(Wire wire) {
        Question question = ask(wire, erase());
        Map<String, Object> responses = Map.of(question.key(), ACCEPT);
        String state = question.state();
        int payload = state.indexOf('.', 3) + 1;
        for (Object changed : List.of(
                "",
                "v1",
                5,
                state + "A",
                state.substring(0, state.length() - 2),
                state.replaceFirst("v1", "v2"),
                state.substring(0, payload) + "e30" + state.substring(state.lastIndexOf('.')),
                state.substring(0, state.lastIndexOf('.') + 1))) {
            call(wire, erase(), responses, changed).error(-32602, 200);
        }
    }

    /** M3: what the first round answered comes back in the state of the second. */
    @OverBoth
    void answersTravelOverAllRounds(Wire wire) {
        Map<String, Object> poll = tool("poll", "topic", "tea");
        Question points = ask(wire, poll);
        assertThat(Reply.at(points.request(), "params", "requestedSchema", "properties", "points", "maximum"))
                .isEqualTo(5);
        Question why = Question.of(call(wire, poll, Map.of(points.key(), form("points", 4)), points.state()));
        assertThat(Reply.at(why.request(), "params", "message")).isEqualTo("Why 4?");
        Reply done = call(wire, poll, Map.of(why.key(), form("reason", "warm")), why.state());
        assertThat(done.text()).isEqualTo("{\"points\":4,\"reason\":\"warm\"}");
        // A form is no consent: whoever answers both at once needs no state.
        Map<String, Object> both = Map.of(points.key(), form("points", 4), why.key(), form("reason", "warm"));
        assertThat(call(wire, poll, both, null).text()).isEqualTo("{\"points\":4,\"reason\":\"warm\"}");
    }

    private static Map<String, Object> form(String name, Object value) {
        return Map.of("action", "accept", "content", Map.of(name, value));
    }

    /** M3. */
    @OverBoth
    void formsMayBeDeclinedButNotFilledInWrong(Wire wire) {
        Map<String, Object> poll = tool("poll", "topic", "tea");
        Question points = ask(wire, poll);
        assertThat(call(wire, poll, Map.of(points.key(), Map.of("action", "decline")), points.state())
                        .text())
                .isEqualTo("{}");
        for (Object content : List.of(form("points", 9), form("points", "many"), form("dots", 4), ACCEPT)) {
            assertThat(call(wire, poll, Map.of(points.key(), content), points.state())
                            .error(-32602, 200)
                            .get("message"))
                    .asString()
                    .contains("does not fit the form");
        }
    }

    /** E3: and nothing is done. */
    @OverBoth
    void whoCannotBeAskedIsToldWhatHelps(Wire wire) {
        Map<String, Object> error = wire.ask(modern("tools/call", erase())).error(-32021, 400);
        assertThat(error.get("message")).asString().contains("Nothing was done.", "--confirm never");
    }

    @Test
    void nobodyIsAskedWhereThatIsSwitchedOff() {
        String[] settings = {"--write", "--confirm=never"};
        try (StdioWire stdio = StdioWire.start(SampleServer.class, settings);
                HttpWire http = HttpWire.start(SampleServer.class, settings)) {
            for (Wire wire : List.of(stdio, http)) {
                assertThat(wire.ask(modern("tools/call", erase())).text()).isEqualTo(ERASED);
                assertThat(call(wire, erase(), null, null).text()).isEqualTo(ERASED);
            }
        }
    }
}
