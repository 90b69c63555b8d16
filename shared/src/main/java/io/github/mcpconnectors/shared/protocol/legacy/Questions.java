package io.github.mcpconnectors.shared.protocol.legacy;

import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.InputRequest;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.schema.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests of ours that the client has not answered yet. */
final class Questions {

    /** A person may need a while; a question that stays open for longer is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What counts as an answer where there is none: no answer in time, or an error, is no consent. */
    private static final Map<String, Object> NO_ANSWER = Map.of("action", "cancel");

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final Map<Object, CompletableFuture<Map<?, ?>>> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** Blocks until the client answers. */
    Map<?, ?> ask(Exchange exchange, InputRequest request) {
        String id = "ask-" + last.incrementAndGet();
        CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
        open.put(id, answer);
        exchange.cancellation().pause();
        try {
            exchange.send(
                    Json.object("jsonrpc", "2.0", "id", id, "method", request.method(), "params", request.params()));
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new CancellationException();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A question to the client was not answered: {}", e.toString());
            return NO_ANSWER;
        } finally {
            open.remove(id);
            exchange.cancellation().resume();
        }
    }

    void answer(Message.Response response) {
        CompletableFuture<Map<?, ?>> question = open.get(response.id());
        if (question != null) {
            if (response.result() instanceof Map<?, ?> result) {
                question.complete(result);
            } else {
                LOG.warn("The client answered a question with an error");
                question.complete(NO_ANSWER);
            }
        }
    }

    void close() {
        open.values().forEach(question -> question.complete(NO_ANSWER));
    }
}
