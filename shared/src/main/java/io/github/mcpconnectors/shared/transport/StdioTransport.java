package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Responder;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.legacy.Session;
import io.github.mcpconnectors.shared.protocol.modern.Era;
import io.github.mcpconnectors.shared.protocol.modern.ModernServer;
import io.github.mcpconnectors.shared.schema.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MCP over a pair of streams (stdio): a message a line, of either era. Whatever a line holds, the next one is served.
 * Requests run side by side; what the client cancels is interrupted and never answered; at the end of the input, work in
 * flight has a short grace.
 */
public final class StdioTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final LineReader lines;
    private final LineWriter out;
    private final int maxLineBytes;
    private final ModernServer modern;
    private final Session session;
    private final Calls calls;
    private final InFlight inFlight = new InFlight();

    /**
     * Where messages come from and go to.
     *
     * @param messageBytes that one line may have
     */
    public record Streams(InputStream in, OutputStream out, int messageBytes) {}

    public StdioTransport(ModernServer modern, Calls calls, Streams streams) {
        this.lines = new LineReader(streams.in(), streams.messageBytes());
        this.out = new LineWriter(streams.out());
        this.maxLineBytes = streams.messageBytes();
        this.modern = modern;
        this.session = Session.begin(modern.methods(), message -> out.write(Json.bytes(message)));
        this.calls = calls;
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
        session.close();
        modern.endSubscriptions();
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
            refuse(null, RpcError.INTERNAL_ERROR, "Out of memory; send less at once");
            return true;
        } catch (RuntimeException e) {
            // A bug, but not one that ends the session of somebody who may have unsaved work in it.
            LOG.error("A message could not be handled", e);
            refuse(null, RpcError.INTERNAL_ERROR, "The message could not be handled; the server's log has the details");
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
            session.accept(response);
        } else if (message instanceof Message.Invalid invalid) {
            refuse(invalid.id(), invalid.code(), invalid.message());
        }
    }

    private void request(Message.Request request) {
        Exchange exchange = new LineExchange(request);
        if (!inFlight.add(exchange)) {
            refuse(request.id(), RpcError.INVALID_REQUEST, "A request with this id is still being worked on");
            return;
        }
        Responder responder = responder(exchange);
        if (request.method().equals("initialize")) {
            // What is sent right behind it has to find the session begun.
            calls.run(exchange, responder);
        } else {
            calls.start(exchange, responder);
        }
    }

    private Responder responder(Exchange exchange) {
        try {
            return Era.of(exchange) == Era.MODERN ? modern : session;
        } catch (RpcError e) {
            return asked -> {
                throw e;
            };
        }
    }

    private void notification(Message.Notification notification) {
        if (notification.method().equals("notifications/cancelled")) {
            inFlight.cancel(notification.params().values().get("requestId"));
        }
    }

    private void refuse(@Nullable Object id, int code, String why) {
        out.write(Json.bytes(Message.error(id, new RpcError(code, why))));
    }

    /** A request that came on a line. */
    private final class LineExchange extends Exchange {

        LineExchange(Message.Request request) {
            super(request, Caller.LOCAL);
        }

        @Override
        protected void write(byte[] message) {
            out.write(message);
        }

        @Override
        protected void writeAnswer(byte[] message, int httpStatus) {
            inFlight.answer(this, () -> out.write(message));
        }
    }
}
