package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants to know of changes to which resource, in both eras. A resource is watched from its first subscriber to its
 * last; changes that come close together become one note; whoever may not know of the resource any more is not told.
 */
public final class Watches {

    /** Long enough to gather the steps of one save, short enough to feel immediate. */
    private static final long GATHER_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final Resources resources;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "watches");
        thread.setDaemon(true);
        return thread;
    });

    Watches(Resources resources) {
        this.resources = resources;
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /**
     * Tells the listener the URI whenever the resource may have changed, until the watch is closed. Throws an {@link
     * RpcError} if there is no such resource for this caller, or if it cannot be watched.
     *
     * @param listener does not block
     */
    public Watch subscribe(String uri, Caller caller, Consumer<String> listener) {
        Resources.Match match = resources.match(uri);
        if (!(match.binding().handler() instanceof WatchedResource resource)) {
            throw RpcError.invalidParams("This resource does not tell when it changes.");
        }
        Subscriber subscriber = new Subscriber(caller, listener);
        Methods.guarded(
                "resources/subscribe",
                () -> Resources.translating(uri, () -> {
                    resource.admit(uri, match.variables(), caller);
                    add(subscriber, uri, () -> new Topic(uri, resource, match.variables()));
                    return Map.of();
                }));
        return () -> unsubscribe(uri, subscriber);
    }

    /** The first subscriber starts the watch. */
    private void add(Subscriber subscriber, String uri, Supplier<Topic> fresh) {
        topics.compute(uri, (key, known) -> {
            Topic topic = known == null ? fresh.get() : known;
            topic.subscribers.add(subscriber);
            return topic;
        });
    }

    /** The last one ends it. */
    private void unsubscribe(String uri, Subscriber subscriber) {
        topics.computeIfPresent(uri, (key, topic) -> {
            topic.subscribers.remove(subscriber);
            if (!topic.subscribers.isEmpty()) {
                return topic;
            }
            topic.watch.close();
            return null;
        });
    }

    /** Compared by identity: one client may subscribe twice. */
    private static final class Subscriber {

        private final Caller caller;
        private final Consumer<String> listener;

        Subscriber(Caller caller, Consumer<String> listener) {
            this.caller = caller;
            this.listener = listener;
        }
    }

    /** A resource that is being watched. */
    private final class Topic {

        private final String uri;
        private final WatchedResource resource;
        private final Map<String, String> variables;
        private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean gathering = new AtomicBoolean();
        private final Watch watch;

        Topic(String uri, WatchedResource resource, Map<String, String> variables) {
            this.uri = uri;
            this.resource = resource;
            this.variables = variables;
            this.watch = resource.watch(uri, variables, this::changed);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // it catches what it throws
        private void changed() {
            if (gathering.compareAndSet(false, true)) {
                timer.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void tell() {
            // From here on a change is a new one.
            gathering.set(false);
            Map<Caller, Boolean> admitted = new HashMap<>();
            for (Subscriber subscriber : subscribers) {
                try {
                    if (admitted.computeIfAbsent(subscriber.caller, this::admits)) {
                        subscriber.listener.accept(uri);
                    }
                } catch (RuntimeException e) {
                    LOG.error("A subscriber could not be told", e);
                }
            }
        }

        private boolean admits(Caller caller) {
            try {
                resource.admit(uri, variables, caller);
                return true;
            } catch (ToolException e) {
                return e.reason() == Reason.NOT_FOUND;
            }
        }
    }
}
