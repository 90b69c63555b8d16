package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;

/** An answer that HTTP gives before the protocol has seen the request. */
record Refusal(int status, String message, Map<String, String> headers) {

    static Refusal of(int status, String message) {
        return new Refusal(status, message, Map.of());
    }

    /** The connection has more to come than anybody wants to read. */
    static Refusal closing(int status, String message) {
        return new Refusal(status, message, Map.of("Connection", "close"));
    }

    static Refusal busy() {
        return new Refusal(503, "The server has too much to do; try again", Map.of("Retry-After", "1"));
    }

    /** A JSON-RPC error without an id, since none was read. */
    byte[] json() {
        int code = status < 500 ? RpcError.INVALID_REQUEST : RpcError.INTERNAL_ERROR;
        return Json.bytes(Message.error(null, new RpcError(code, message)));
    }
}
