package io.github.mcpconnectors.shared.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that no client should send, each with the JSON-RPC error it earns; 0 for those that earn no answer. */
record BadInput(String what, String line, @Nullable Object id, int code) {

    static final int MAX_BYTES = 65_536;

    static List<BadInput> all() {
        return List.of(
                new BadInput("no JSON", "hello", null, -32700),
                new BadInput("half an object", "{\"jsonrpc\":\"2.0\",", null, -32700),
                new BadInput(
                        "a key that appears twice",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                        null,
                        -32700),
                new BadInput("deep nesting", "[".repeat(30_000), null, -32700),
                new BadInput("bytes that are no UTF-8", "\"\u00c3(\"", null, -32700),
                new BadInput("a NUL", "\0", null, -32700),
                new BadInput("a blank line", "", null, 0),
                new BadInput("white space", " \t\r", null, 0),
                new BadInput("a bare string", "\"ping\"", null, -32600),
                new BadInput("a number", "5", null, -32600),
                new BadInput("null", "null", null, -32600),
                new BadInput("an empty batch", "[]", null, -32600),
                new BadInput("a batch", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", null, -32600),
                new BadInput(
                        "an id that is null", "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", null, -32600),
                new BadInput(
                        "an id with a fraction", "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", null, -32600),
                new BadInput(
                        "an id that is an object", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", null, -32600),
                new BadInput("no version", "{\"id\":\"v\",\"method\":\"ping\"}", "v", -32600),
                new BadInput("another version", "{\"jsonrpc\":\"1.0\",\"id\":\"w\",\"method\":\"ping\"}", "w", -32600),
                new BadInput(
                        "a method that is a number", "{\"jsonrpc\":\"2.0\",\"id\":\"m\",\"method\":1}", "m", -32600),
                new BadInput("neither method nor answer", "{\"jsonrpc\":\"2.0\",\"id\":\"n\"}", "n", -32600),
                new BadInput(
                        "params in a list",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\",\"params\":[]}",
                        "p",
                        -32602),
                new BadInput(
                        "an unknown method", "{\"jsonrpc\":\"2.0\",\"id\":\"u\",\"method\":\"no/such\"}", "u", -32601),
                new BadInput(
                        "a call without a name",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"c\",\"method\":\"tools/call\"}",
                        "c",
                        -32602),
                new BadInput(
                        "arguments in a list",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"x\",\"arguments\":[]}}",
                        "a",
                        -32602),
                new BadInput(
                        "an unknown tool",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"t\",\"method\":\"tools/call\",\"params\":{\"name\":\"no_such\"}}",
                        "t",
                        -32602),
                new BadInput(
                        "an answer with an odd error",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"e\",\"error\":{\"code\":\"x\"}}",
                        "e",
                        -32600),
                new BadInput("an answer to no question", "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}", null, 0),
                new BadInput(
                        "an unknown notification", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no\"}", null, 0),
                new BadInput(
                        "a cancellation of nothing",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":99}}",
                        null,
                        0),
                new BadInput("a line that is too long", "\"" + "x".repeat(3 * MAX_BYTES) + "\"", null, -32600));
    }

    /** A letter a byte, so that a line can hold what is no UTF-8. */
    byte[] bytes() {
        return (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
