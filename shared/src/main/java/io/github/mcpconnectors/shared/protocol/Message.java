package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.schema.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-RPC 2.0 message as MCP narrows it (2025-11-25 and 2026-07-28, Base Protocol): no batches, ids are texts or whole numbers, params
 * are objects. A message that breaks this is an {@link Invalid} that knows the answer to give.
 */
public sealed interface Message {

    record Request(Object id, String method, Params params) implements Message {}

    record Notification(String method, Params params) implements Message {}

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
            // Why, in the parser's words, would name its classes.
            return new Invalid(
                    null,
                    RpcError.PARSE_ERROR,
                    "This is not valid JSON, or it has a key twice, is nested too deeply or has too long a number");
        }
        if (value instanceof List) {
            return invalid(null, "Batches are not part of this protocol; send one message at a time");
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
        return id == null ? new Notification(method, Params.of(params)) : new Request(id, method, Params.of(params));
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

    /** A successful answer, ready to be written. */
    static Map<String, Object> result(Object id, Map<String, Object> result) {
        return Json.object("jsonrpc", "2.0", "id", id, "result", result);
    }

    /** An answer that says what is wrong; the id is null where it could not be read. */
    static Map<String, @Nullable Object> error(@Nullable Object id, RpcError error) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        message.put("error", error.json());
        return message;
    }

    static Map<String, Object> notification(String method, Map<String, Object> params) {
        return Json.object("jsonrpc", "2.0", "method", method, "params", params);
    }
}
