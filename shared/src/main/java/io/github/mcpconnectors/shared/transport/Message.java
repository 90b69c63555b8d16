package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC 2.0 message as MCP narrows it (2025-11-25, Base Protocol): no batches, ids are texts or whole numbers, params
 * are objects. A message that breaks this is an {@link Invalid} that knows the answer to give.
 */
sealed interface Message {

    record Request(Object id, String method, @Nullable Map<?, ?> params) implements Message {}

    record Notification(String method, @Nullable Map<?, ?> params) implements Message {}

    /** The client's answer to a question of ours. */
    record Response(
            Object id, @Nullable Object result, @Nullable Failure failure) implements Message {}

    /** The error of a response. */
    record Failure(int code, String message) {

        static @Nullable Failure of(@Nullable Object error) {
            return error instanceof Map<?, ?> map
                            && map.get("code") instanceof Integer code
                            && map.get("message") instanceof String message
                    ? new Failure(code, message)
                    : null;
        }
    }

    /** The id is null where it could not be read (JSON-RPC 2.0, 5). */
    record Invalid(@Nullable Object id, int code, String message) implements Message {}

    /** Nothing but white space: keep-alives of some hosts, not worth an answer. */
    record Blank() implements Message {}

    static Message parse(byte[] json) {
        if (blank(json)) {
            return new Blank();
        }
        Object value;
        try {
            value = Json.read(json);
        } catch (Json.NotJson e) {
            return new Invalid(null, RpcError.PARSE_ERROR, "This line is not valid JSON: " + e.getMessage());
        }
        if (value instanceof List) {
            return invalid(null, "Batches are not part of this protocol; send one message per line");
        }
        return value instanceof Map<?, ?> object ? of(object) : invalid(null, "A message must be a JSON object");
    }

    private static boolean blank(byte[] json) {
        for (byte b : json) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static Message of(Map<?, ?> object) {
        Object id = object.get("id");
        if (object.containsKey("id") && !validId(id)) {
            return invalid(null, "The id must be a text or a whole number");
        }
        if (!"2.0".equals(object.get("jsonrpc"))) {
            return invalid(id, "jsonrpc must be \"2.0\"");
        }
        if (!object.containsKey("method")) {
            return response(object, id);
        }
        if (!(object.get("method") instanceof String method)) {
            return invalid(id, "method must be a text");
        }
        Object params = object.get("params");
        if (params != null && !(params instanceof Map)) {
            return new Invalid(id, RpcError.INVALID_PARAMS, "params must be an object");
        }
        return id == null ? new Notification(method, (Map<?, ?>) params) : new Request(id, method, (Map<?, ?>) params);
    }

    private static Message response(Map<?, ?> object, @Nullable Object id) {
        Failure failure = Failure.of(object.get("error"));
        return id == null || (failure == null && !object.containsKey("result"))
                ? invalid(id, "A message needs a method, or else an id with a result or an error")
                : new Response(id, object.get("result"), failure);
    }

    private static boolean validId(@Nullable Object id) {
        return id instanceof String || id instanceof Integer || id instanceof Long || id instanceof BigInteger;
    }

    private static Invalid invalid(@Nullable Object id, String message) {
        return new Invalid(id, RpcError.INVALID_REQUEST, message);
    }
}
