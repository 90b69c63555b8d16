package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One HTTP request and what comes back: a JSON body, or a stream of events. It holds no thread. */
public final class HttpTalk implements Talk {

    private static final int SECONDS = 60;
    private static final Map<String, Object> END = Map.of("the", "end");

    /** No ids among them: there is nothing to resume. */
    private static final Set<String> KNOWN_LINES = Set.of("", ":", "event: message");

    private final BlockingQueue<Map<String, Object>> unread = new LinkedBlockingQueue<>();
    private final CompletableFuture<ResponseInfo> begun = new CompletableFuture<>();
    private final Lines lines = new Lines();
    private final Future<?> response;

    HttpTalk(HttpClient client, HttpRequest request) {
        this.response = client.sendAsync(request, this::begin).whenComplete((done, failure) -> {
            if (failure != null) {
                lines.onError(failure);
            }
        });
    }

    private BodySubscriber<Void> begin(ResponseInfo info) {
        lines.events = info.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
        begun.complete(info);
        return BodySubscribers.fromLineSubscriber(lines);
    }

    /** Waits until the reply has begun. */
    public int status() {
        return info().statusCode();
    }

    /** As {@link Reply#headers()}; waits until the reply has begun. */
    public Map<String, String> headers() {
        return info().headers().map().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
    }

    private ResponseInfo info() {
        try {
            return begun.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("There is no reply", e);
        }
    }

    @Override
    public Map<String, Object> next() {
        Map<String, Object> message = take();
        assertThat(message).as("a message, status %s", status()).isNotSameAs(END);
        return message;
    }

    /** Up to the end of the reply, which comes right after the answer. */
    @Override
    public Reply reply() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Map<String, Object> message = take(); message != END; message = take()) {
            messages.add(message);
        }
        return new Reply(messages, status(), headers());
    }

    private Map<String, Object> take() {
        try {
            Map<String, Object> message = unread.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing more has come");
            }
            if (lines.failure != null) {
                throw new AssertionError(lines.failure);
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean silent() {
        return unread.isEmpty();
    }

    /** Hangs up. */
    @Override
    public void cancel() {
        response.cancel(true);
        lines.cancel();
    }

    /** Turns the lines of the body into messages. */
    private final class Lines implements Flow.Subscriber<String> {

        private final StringBuilder json = new StringBuilder();
        private Flow.@Nullable Subscription subscription;
        private volatile boolean events;
        private volatile @Nullable Throwable failure;

        @Override
        public void onSubscribe(Flow.Subscription body) {
            subscription = body;
            body.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!events) {
                json.append(line);
            } else if (line.startsWith("data: ")) {
                add(line.substring("data: ".length()));
            } else if (!KNOWN_LINES.contains(line)) {
                onError(new AssertionError("No line of an event stream: " + line));
            }
        }

        private void add(String message) {
            try {
                unread.add(Reply.object(Json.read(message.getBytes(StandardCharsets.UTF_8))));
            } catch (Json.NotJson e) {
                onError(e);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            begun.completeExceptionally(thrown);
            unread.add(END);
        }

        @Override
        public void onComplete() {
            if (json.length() > 0) {
                add(json.toString());
            }
            unread.add(END);
        }

        private void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
