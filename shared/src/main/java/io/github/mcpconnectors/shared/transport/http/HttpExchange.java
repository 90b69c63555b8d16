package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.transport.InFlight;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request that came as a POST; its reply is JSON, or a stream if there is anything to say before the answer. */
final class HttpExchange extends Exchange {

    private final Incoming in;
    private final Reply reply;
    private final Map<String, String> answerHeaders = new ConcurrentHashMap<>();
    private @Nullable InFlight requests;

    HttpExchange(Message.Request request, Incoming in, Reply reply) {
        super(request, in.caller());
        this.in = in;
        this.reply = reply;
        // Nobody reads what is said from here on, so nobody needs it made.
        reply.onGone(this::cancel);
        // What the client cancelled is not answered, but its connection must not wait for ever.
        cancellation().onCancel(() -> reply.empty(202, Map.of()));
    }

    Incoming in() {
        return in;
    }

    /** Puts it among the requests of its session; false if one with this id is under way. */
    boolean join(InFlight others) {
        requests = others;
        return others.add(this);
    }

    /** To be sent along with the answer, unless a stream has begun by then. */
    void answerHeader(String name, String value) {
        answerHeaders.put(name, value);
    }

    @Override
    public Function<String, List<String>> headers() {
        return in::header;
    }

    @Override
    public boolean canSend() {
        return reply.acceptsStream();
    }

    @Override
    protected void write(byte[] message) {
        reply.event(message);
    }

    @Override
    protected void writeAnswer(byte[] message, int httpStatus) {
        Runnable send = () -> reply.json(httpStatus, message, answerHeaders);
        if (requests == null) {
            send.run();
        } else {
            requests.answer(this, send);
        }
    }
}
