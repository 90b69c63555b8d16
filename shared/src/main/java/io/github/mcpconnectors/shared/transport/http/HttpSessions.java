package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.RpcError;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The sessions of this process, by ids that nobody can guess; one that is not used for a while ends. */
final class HttpSessions {

    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "http-sessions");
        thread.setDaemon(true);
        return thread;
    });
    private final Methods methods;
    private final Clock clock;
    private final Limits limits;

    /**
     * @param most sessions at the same time
     * @param idle after which an unused one ends
     */
    record Limits(int most, Duration idle) {}

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the process
    HttpSessions(Methods methods, Clock clock, Limits limits) {
        this.methods = methods;
        this.clock = clock;
        this.limits = limits;
        long period = Math.max(1, limits.idle().toMillis() / 10);
        timer.scheduleAtFixedRate(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    /** One that is not known yet, until {@link #add}. */
    HttpSession create(Caller caller) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new HttpSession(Base64.getUrlEncoder().withoutPadding().encodeToString(id), caller, methods, clock);
    }

    void add(HttpSession session) {
        if (sessions.size() >= limits.most()) {
            sweep();
            makeRoom();
        }
        sessions.put(session.id(), session);
    }

    /** Null if there is none, or not for this caller. */
    @Nullable
    HttpSession find(String id, Caller caller) {
        HttpSession session = sessions.get(id);
        if (session == null || !session.isOf(caller)) {
            return null;
        }
        session.use();
        return session;
    }

    void end(HttpSession session) {
        sessions.remove(session.id());
        session.close();
    }

    int count() {
        return sessions.size();
    }

    /** Ends those that nobody uses. */
    private void sweep() {
        Instant then = clock.instant().minus(limits.idle());
        sessions.values().stream().filter(session -> session.idleSince(then)).forEach(this::end);
    }

    void stopListening() {
        sessions.values().forEach(HttpSession::stopListening);
    }

    /** The session that was idle for longest goes, so that those who only begin sessions cannot keep others out. */
    private void makeRoom() {
        HttpSession oldest = sessions.values().stream()
                .filter(session -> session.idleSince(clock.instant()))
                .min(Comparator.comparing(HttpSession::lastUsed))
                .orElseThrow(() -> new RpcError(RpcError.INTERNAL_ERROR, "There are too many sessions; try again later")
                        .withStatus(503));
        end(oldest);
    }
}
