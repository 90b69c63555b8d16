package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;

/** A JSON-RPC error: the request itself was wrong, as opposed to a tool that could not do its work. */
public final class RpcError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;
    /** Until 2025-11-25; later revisions use INVALID_PARAMS. */
    public static final int RESOURCE_NOT_FOUND = -32002;

    private final int code;
    private final int status;
    private final transient Map<String, Object> data;

    public RpcError(int code, String message) {
        this(code, message, Map.of());
    }

    public RpcError(int code, String message, Map<String, Object> data) {
        this(code, message, data, 200);
    }

    private RpcError(int code, String message, Map<String, Object> data, int status) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
        this.status = status;
    }

    /** The same error under another HTTP status than 200. */
    public RpcError withStatus(int httpStatus) {
        return new RpcError(code, String.valueOf(getMessage()), data, httpStatus);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public Map<String, Object> data() {
        return data;
    }

    /** The error object of a response; which request it belongs to is said around it. */
    public Map<String, Object> json() {
        return Json.object("code", code, "message", getMessage(), "data", data.isEmpty() ? null : data);
    }

    public static RpcError invalidParams(String message) {
        return new RpcError(INVALID_PARAMS, message);
    }
}
