package io.github.mcpconnectors.shared.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.protocol.modern.ModernServer;
import io.github.mcpconnectors.shared.protocol.modern.StateKeys;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Schemas that are equal in their hashes are still two: the validator of the Java SDK 2.1.0 keeps compiled schemas by {@code
 * Map.hashCode()}, so that one tool's arguments were held to the schema of another.
 */
class CollidingNamesTest {

    record Aa(@Description("A text") @Name("Aa") String text) {}

    record BB(@Description("A text") @Name("BB") String text) {}

    @Tool(
            name = "first",
            title = "First",
            description = "Takes Aa.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class First implements ToolHandler<Aa, Aa> {

        @Override
        public Aa call(Aa input, Call call) {
            return input;
        }
    }

    @Tool(
            name = "second",
            title = "Second",
            description = "Takes BB.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class Second implements ToolHandler<BB, BB> {

        @Override
        public BB call(BB input, Call call) {
            return input;
        }
    }

    private final ModernServer server = new ModernServer(
            new Methods(
                    Connector.named("colliding", "Colliding")
                            .tools(new First(), new Second())
                            .build(),
                    "1",
                    new Methods.Options(Consent.ASK, 100)),
            StateKeys.random(),
            Clock.systemUTC());

    @Test
    void eachToolIsHeldToItsOwnSchema() {
        List<?> tools = (List<?>) Reply.at(respond("tools/list", Map.of()), "tools");
        assertThat(Reply.at(tools, 0, "inputSchema").hashCode())
                .as("the trap")
                .isEqualTo(Reply.at(tools, 1, "inputSchema").hashCode());
        for (int i = 0; i < 2; i++) {
            assertThat(call("first", "Aa")).contains("structuredContent={Aa=x}", "isError=false");
            assertThat(call("second", "BB")).contains("structuredContent={BB=x}", "isError=false");
            assertThat(call("first", "BB")).contains("\"BB\" is not known", "isError=true");
            assertThat(call("second", "Aa")).contains("\"Aa\" is not known", "isError=true");
        }
    }

    private String call(String tool, String argument) {
        return String.valueOf(respond("tools/call", Rpc.tool(tool, argument, "x")));
    }

    private Map<String, Object> respond(String method, Map<String, ?> params) {
        Map<String, Object> message = Rpc.modern(method, params);
        return Reply.object(server.respond(
                new Unanswered(new Message.Request(1, method, Params.of(Reply.object(message.get("params")))))));
    }

    /** What is asked here is answered at once. */
    private static final class Unanswered extends Exchange {

        Unanswered(Message.Request request) {
            super(request, Caller.LOCAL);
        }

        @Override
        protected void write(byte[] message) {
            throw new AssertionError("nothing to be told");
        }

        @Override
        protected void writeAnswer(byte[] message, int httpStatus) {
            throw new AssertionError("answered later");
        }
    }
}
