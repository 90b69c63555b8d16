package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.Cancellation;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.SessionMethods;
import io.github.mcpconnectors.shared.schema.Json;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * MCP over a pair of streams (2025-11-25, Transports, stdio): a message a line. Whatever a line holds, the next one is
 * served. Requests run side by side, one thread each; what the client cancels is interrupted and never answered; at the
 * end of the input, work in flight has a short grace.
 */
public final class StdioTransport implements McpServerTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final LineReader lines;
    private final LineWriter out;
    private final Deadlines deadlines;
    private final Executor workers;
    private final McpServerSession session;
    private final InFlight inFlight = new InFlight();
    private final int maxLineBytes;
    private State state = State.NEW;

    /**
     * What one client may cost.
     *
     * @param messageBytes of one line
     * @param callSeconds after which a request is given up, not counting the time in which a person is asked
     */
    public record Limits(int messageBytes, int callSeconds) {}

    /** How far the handshake is; only the reading thread looks at it. */
    private enum State {
        NEW,
        INITIALIZED,
        READY
    }

    public StdioTransport(Methods methods, InputStream in, OutputStream out, Limits limits) {
        this.lines = new LineReader(in, limits.messageBytes());
        this.out = new LineWriter(out);
        this.maxLineBytes = limits.messageBytes();
        this.deadlines = new Deadlines(limits.callSeconds());
        this.workers = Workers.start();
        this.session = SessionMethods.session(methods, this);
    }

    /** Serves until the input ends. */
    public void serve() throws InterruptedException {
        try {
            while (serveLine()) {
                // A client that does not read its answers gets no further ones made.
                out.awaitRoom();
            }
        } catch (IOException e) {
            LOG.warn("Input ended: {}", e.getMessage());
        }
        inFlight.awaitEmpty(GRACE);
        inFlight.cancelAll();
    }

    /** False at the end of the input. */
    private boolean serveLine() throws IOException {
        try {
            byte[] line = lines.next();
            if (line != null) {
                accept(line);
            }
            return line != null;
        } catch (OutOfMemoryError e) {
            sendError(null, RpcError.INTERNAL_ERROR, "Out of memory; send less at once");
            return true;
        } catch (RuntimeException e) {
            // A bug, but not one that ends the session of somebody who may have unsaved work in it.
            LOG.error("A message could not be handled", e);
            sendError(
                    null,
                    RpcError.INTERNAL_ERROR,
                    "The message could not be handled; the server's log has the details");
            return true;
        }
    }

    private void accept(byte[] line) {
        Message message = line == LineReader.TOO_LONG
                ? new Message.Invalid(
                        null, RpcError.INVALID_REQUEST, "The message is longer than " + maxLineBytes + " bytes")
                : Message.parse(line);
        if (message instanceof Message.Request request) {
            request(request);
        } else if (message instanceof Message.Notification notification) {
            notification(notification);
        } else if (message instanceof Message.Response response) {
            response(response);
        } else if (message instanceof Message.Invalid invalid) {
            sendError(invalid.id(), invalid.code(), invalid.message());
        }
    }

    private void request(Message.Request request) {
        if (state == State.NEW && request.method().equals(McpSchema.METHOD_PING)) {
            // Allowed at any time (2025-11-25, Lifecycle), but the session has nobody to hand it to yet.
            out.write(answer(request.id(), "result", Map.of()));
            return;
        }
        String refusal = refusal(request);
        if (refusal != null) {
            sendError(request.id(), RpcError.INVALID_REQUEST, refusal);
            return;
        }
        Cancellation cancellation = new Cancellation();
        if (!inFlight.add(request.id(), cancellation)) {
            sendError(request.id(), RpcError.INVALID_REQUEST, "A request with this id is still being worked on");
            return;
        }
        if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            state = State.INITIALIZED;
            handle(request, cancellation);
        } else {
            start(request, cancellation);
        }
    }

    private void start(Message.Request request, Cancellation cancellation) {
        try {
            workers.execute(() -> handle(request, cancellation));
        } catch (OutOfMemoryError e) {
            // The system has no more threads.
            fail(request, cancellation, "Too many requests at once; wait for some to be answered");
        }
    }

    /** Why this request may not come now, or null. */
    private @Nullable String refusal(Message.Request request) {
        if (request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            return state == State.NEW ? Handshake.problem(request.params()) : "This session is initialized already";
        }
        if (state == State.NEW) {
            return "Send initialize first";
        }
        ready();
        return null;
    }

    /** Some clients skip the initialized notification, for which the session would wait for ever. */
    private void ready() {
        if (state == State.INITIALIZED) {
            state = State.READY;
            session.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
                    .subscribe();
        }
    }

    private void handle(Message.Request request, Cancellation cancellation) {
        Thread worker = Thread.currentThread();
        cancellation.onCancel(worker::interrupt);
        Future<?> deadline = deadlines.start(cancellation, () -> giveUp(request, cancellation));
        try {
            session.handle(new JSONRPCRequest(request.method(), request.id(), request.params()))
                    .contextWrite(SessionMethods.context(cancellation))
                    .onErrorComplete()
                    .subscribe();
        } catch (OutOfMemoryError e) {
            LOG.error("Out of memory in {}", request.method());
        } finally {
            deadline.cancel(false);
            cancellation.finish();
            Thread.interrupted();
            if (inFlight.holds(request.id(), cancellation)) {
                // Such as an answer too large to be written.
                fail(request, cancellation, "The request could not be answered");
            }
        }
    }

    private void giveUp(Message.Request request, Cancellation cancellation) {
        LOG.warn("{} took longer than {} seconds", request.method(), deadlines.seconds());
        fail(request, cancellation, "Given up after " + deadlines.seconds() + " seconds (--call-seconds)");
    }

    /** The line is made before the request is taken, so that a failure to make it leaves the request to be answered. */
    private void fail(Message.Request request, Cancellation cancellation, String why) {
        byte[] line = error(request.id(), RpcError.INTERNAL_ERROR, why);
        inFlight.answer(request.id(), cancellation, () -> out.write(line));
    }

    private void notification(Message.Notification notification) {
        if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
            ready();
        } else if (notification.method().equals("notifications/cancelled") && notification.params() != null) {
            Object id = notification.params().get("requestId");
            if (id != null) {
                inFlight.cancel(id);
            }
        }
    }

    private void response(Message.Response response) {
        Message.Failure failure = response.failure();
        JSONRPCResponse.JSONRPCError error =
                failure == null ? null : new JSONRPCResponse.JSONRPCError(failure.code(), failure.message(), null);
        session.handle(new JSONRPCResponse("2.0", response.id(), response.result(), error))
                .onErrorComplete()
                .subscribe();
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            byte[] line = Json.bytes(message);
            if (message instanceof JSONRPCResponse response && response.id() != null) {
                inFlight.answer(response.id(), () -> out.write(line));
            } else {
                out.write(line);
            }
        });
    }

    private void sendError(@Nullable Object id, int code, String message) {
        out.write(error(id, code, message));
    }

    private static byte[] error(@Nullable Object id, int code, String message) {
        return answer(id, "error", Json.object("code", code, "message", message));
    }

    private static byte[] answer(@Nullable Object id, String key, Object value) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        message.put(key, value);
        return Json.bytes(message);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return SessionMethods.MAPPER.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
