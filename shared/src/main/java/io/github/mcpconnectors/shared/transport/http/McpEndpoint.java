package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.modern.Era;
import io.github.mcpconnectors.shared.protocol.modern.ModernServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.settings.HttpSettings.Legacy;
import io.github.mcpconnectors.shared.transport.Calls;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MCP over HTTP (Streamable HTTP), both eras at one address, told apart by each message. Requests of 2026-07-28 stand alone;
 * what came before is left to {@link LegacyEndpoint}.
 */
public final class McpEndpoint implements Endpoint {

    private static final HttpSessions.Limits SESSIONS = new HttpSessions.Limits(10_000, Duration.ofMinutes(30));

    private final ModernServer modern;
    private final Calls calls;
    private final LegacyEndpoint legacy;

    public McpEndpoint(ModernServer modern, Calls calls, Legacy mode) {
        this(modern, calls, mode, new HttpSessions(modern.methods(), Clock.systemUTC(), SESSIONS));
    }

    McpEndpoint(ModernServer modern, Calls calls, Legacy mode, HttpSessions sessions) {
        this.modern = modern;
        this.calls = calls;
        this.legacy = new LegacyEndpoint(modern.methods(), calls, mode, sessions);
    }

    @Override
    public void post(Incoming in, byte[] body, Reply reply) {
        Message message = Message.parse(body);
        if (message instanceof Message.Request request) {
            request(new HttpExchange(request, in, reply));
        } else if (message instanceof Message.Notification notification) {
            answering(reply, () -> notification(notification, in, reply));
        } else if (message instanceof Message.Response response) {
            answering(reply, () -> legacy.response(response, in, reply));
        } else if (message instanceof Message.Invalid invalid) {
            refuse(reply, invalid.id(), new RpcError(invalid.code(), invalid.message()).withStatus(400));
        } else {
            refuse(reply, null, new RpcError(RpcError.INVALID_REQUEST, "The body is empty").withStatus(400));
        }
    }

    private void request(HttpExchange exchange) {
        try {
            if (Era.of(exchange) == Era.MODERN) {
                calls.start(exchange, modern);
            } else {
                legacy.request(exchange);
            }
        } catch (RpcError e) {
            exchange.error(e);
        }
    }

    private void notification(Message.Notification notification, Incoming in, Reply reply) {
        if (Era.of(notification.method(), notification.params(), in::header) == Era.MODERN) {
            // There is none that does anything: a client of this era cancels by closing the stream.
            reply.empty(202, Map.of());
        } else {
            legacy.notification(notification, in, reply);
        }
    }

    @Override
    public void get(Incoming in, Reply reply) {
        answering(reply, () -> legacy.listen(in, reply));
    }

    @Override
    public void delete(Incoming in, Reply reply) {
        answering(reply, () -> legacy.end(in, reply));
    }

    @Override
    public void stopping() {
        modern.endSubscriptions();
        legacy.stopListening();
    }

    private static void answering(Reply reply, Runnable work) {
        try {
            work.run();
        } catch (RpcError e) {
            refuse(reply, null, e);
        }
    }

    private static void refuse(Reply reply, @Nullable Object id, RpcError error) {
        Map<String, String> headers = error.status() == 405 ? Map.of("Allow", "POST") : Map.of();
        reply.json(error.status(), Json.bytes(Message.error(id, error)), headers);
    }
}
