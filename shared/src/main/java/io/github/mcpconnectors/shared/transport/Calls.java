package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.Cancellation;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Failures;
import io.github.mcpconnectors.shared.protocol.Responder;
import io.github.mcpconnectors.shared.protocol.RpcError;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on requests side by side, each on a thread and within its time; whatever happens, each is answered. */
public final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** Done in no time and never asking anybody: to see that the server lives, and to look at what it does or stop it. */
    private static final Set<String> QUICK =
            Set.of("ping", "server/discover", "tasks/get", "tasks/update", "tasks/cancel");

    private static final int MOST_QUICK = 4;

    private final Workers workers;
    /** Own threads, since tasks may fill the others for an hour. */
    private final Workers quick = new Workers(MOST_QUICK);

    private final Deadlines deadlines;

    /**
     * @param most requests at the same time, not counting those that wait for a person or are done in no time
     * @param seconds after which a request is given up, not counting the time in which a person is asked
     */
    public Calls(int most, int seconds) {
        this.workers = new Workers(most);
        this.deadlines = new Deadlines(seconds);
    }

    /** Answers later, on another thread. */
    public void start(Exchange exchange, Responder responder) {
        Workers own = QUICK.contains(exchange.request().method()) ? quick : workers;
        try {
            own.execute(() -> run(exchange, responder));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            exchange.error(
                    new RpcError(RpcError.INTERNAL_ERROR, "Too many requests at once; wait for some to be answered")
                            .withStatus(503));
        }
    }

    /** Answers before it returns, unless the answer is to come later. */
    public void run(Exchange exchange, Responder responder) {
        if (exchange.closed()) {
            return;
        }
        Cancellation cancellation = exchange.cancellation();
        cancellation.work(workers::pause, workers::resume);
        Future<?> deadline = deadlines.start(cancellation, () -> giveUp(exchange));
        try {
            Map<String, Object> result = responder.respond(exchange);
            if (result != null) {
                exchange.result(result);
            }
        } catch (RpcError e) {
            exchange.error(e);
        } catch (CancellationException e) {
            exchange.error(new RpcError(RpcError.INTERNAL_ERROR, "Cancelled."));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!cancellation.cancelled()) {
                exchange.error(new RpcError(
                        RpcError.INTERNAL_ERROR,
                        Failures.report(exchange.request().method(), e)));
            }
        } finally {
            deadline.cancel(false);
            cancellation.rest();
        }
    }

    private void giveUp(Exchange exchange) {
        RpcError error = new RpcError(
                RpcError.INTERNAL_ERROR, "Given up after " + deadlines.seconds() + " seconds (--call-seconds)");
        // What has been answered and still works does so as a task, which has a time of its own.
        if (exchange.error(error)) {
            LOG.warn("{} took longer than {} seconds", exchange.request().method(), deadlines.seconds());
            exchange.cancellation().cancel();
        }
    }
}
