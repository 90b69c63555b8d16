package io.github.mcpconnectors.shared.protocol.modern;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Remembers which states a consent was taken from, until they expire, so that one consent counts once. It knows of this
 * process only: within the lifetime of a state, the same consent can be brought to another node and counts there again.
 * What must never happen twice needs a safeguard of its own, such as a message id made from the nonce.
 */
public final class UsedStates {

    /** Ten minutes of 160 consents a second. */
    private static final int MOST = 100_000;

    private record Used(String nonce, Instant expires) {}

    private final Set<String> nonces = new HashSet<>();
    private final Queue<Used> soonest = new PriorityQueue<>(Comparator.comparing(Used::expires));
    private final Clock clock;
    private final int most;

    public UsedStates(Clock clock) {
        this(clock, MOST);
    }

    UsedStates(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /**
     * Whether this is the first use. Also false when the state has expired, and when there are so many that this one could
     * not be remembered: better to ask again than to do something twice.
     */
    public synchronized boolean use(String nonce, Instant expires) {
        Instant now = clock.instant();
        while (!soonest.isEmpty() && !now.isBefore(soonest.element().expires())) {
            nonces.remove(soonest.remove().nonce());
        }
        if (!now.isBefore(expires) || nonces.size() >= most || !nonces.add(nonce)) {
            return false;
        }
        return soonest.add(new Used(nonce, expires));
    }
}
