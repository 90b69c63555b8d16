package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Failures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sees every request first: who may ask at all, then what HTTP demands, then the endpoint's turn. */
final class Front extends Handler.Abstract {

    static final String PATH = "/mcp";

    private final Guard guard;
    private final Shared shared;
    private final Endpoint endpoint;

    Front(Guard guard, Shared shared, Endpoint endpoint) {
        this.guard = guard;
        this.shared = shared;
        this.endpoint = endpoint;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpReply reply = new HttpReply(request, response, callback, shared);
        Refusal refusal = guard.refusal(request.getHeaders());
        if (refusal == null) {
            Cors.expose(request.getHeaders(), response.getHeaders());
            refusal = wrongRequest(request, reply.accept());
        }
        if (refusal != null) {
            reply.refuse(refusal);
        } else {
            serve(request, reply);
        }
        return true;
    }

    private static @Nullable Refusal wrongRequest(Request request, Accept accept) {
        if (!PATH.equals(Request.getPathInContext(request))) {
            return Refusal.of(404, "There is nothing here; messages go to " + PATH);
        }
        return switch (request.getMethod()) {
            case "POST" -> wrongPost(request.getHeaders(), accept);
            case "GET", "DELETE", "OPTIONS" -> null;
            default -> new Refusal(405, "Use POST", Map.of("Allow", Cors.METHODS));
        };
    }

    private static @Nullable Refusal wrongPost(HttpFields headers, Accept accept) {
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        boolean json = type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
        if (!json || headers.contains(HttpHeader.CONTENT_ENCODING)) {
            return Refusal.of(415, "Send application/json, not compressed");
        }
        return accept.nothing() ? Refusal.of(406, "Accept application/json and text/event-stream") : null;
    }

    private void serve(Request request, HttpReply reply) {
        Incoming in = new Headers(request.getHeaders(), Request.getRemoteAddr(request));
        switch (request.getMethod()) {
            case "OPTIONS" -> reply.empty(204, Cors.preflight(request.getHeaders()));
            case "GET" -> pass(reply, () -> endpoint.get(in, reply));
            case "DELETE" -> pass(reply, () -> endpoint.delete(in, reply));
            default -> reply.body().read(new Message(in, reply));
        }
    }

    private static void pass(HttpReply reply, Runnable toEndpoint) {
        reply.watch();
        try {
            toEndpoint.run();
        } catch (RuntimeException e) {
            reply.refuse(Refusal.of(500, Failures.report("An HTTP request", e)));
        }
    }

    /** Waits for the body of a request. */
    private final class Message implements Body.Reader {

        private final Incoming in;
        private final HttpReply reply;

        Message(Incoming in, HttpReply reply) {
            this.in = in;
            this.reply = reply;
        }

        @Override
        public void complete(byte[] body) {
            pass(reply, () -> endpoint.post(in, body, reply));
        }

        @Override
        public void refused(Refusal refusal) {
            reply.refuse(refusal);
        }

        @Override
        public void failed(Throwable cause) {
            reply.fail(cause);
        }
    }

    private record Headers(HttpFields fields, String remoteAddress) implements Incoming {

        @Override
        public List<String> header(String name) {
            return fields.getValuesList(name);
        }

        @Override
        public Caller caller() {
            return Caller.ANONYMOUS;
        }
    }
}
