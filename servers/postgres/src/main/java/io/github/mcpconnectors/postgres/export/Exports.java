package io.github.mcpconnectors.postgres.export;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports of this process: each found by who made it only, and for a while only. */
public final class Exports {

    /**
     * What exports may take.
     *
     * @param maxRows of one
     * @param maxBytes of all that are kept
     * @param kept how long each is
     */
    public record Limits(int maxRows, long maxBytes, Duration kept) {}

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST = 1_000;

    private final Limits limits;
    private final ExportDirectory directory;
    private final Map<String, Export> byId = new LinkedHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final ScheduledThreadPoolExecutor clock;

    /** Below this directory it makes one of its own, once there is something to export. */
    public Exports(Limits limits, Path parent) {
        this.limits = limits;
        this.directory = new ExportDirectory(parent);
        this.clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "forget exports");
            thread.setDaemon(true);
            return thread;
        });
        clock.setKeepAliveTime(10, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    /** Begins one of at most so many rows, or as many as this server allows. */
    public Draft begin(Call call, ExportFormat format, int maxRows) {
        synchronized (this) {
            while (byId.size() >= MOST) {
                makeRoom(call.caller());
            }
        }
        try {
            return new Draft(this, call, format, Math.min(maxRows, limits.maxRows()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    Path newFile(String suffix) throws IOException {
        return directory.newFile(suffix);
    }

    /** Takes room for more of a draft. */
    synchronized void claim(long more, long before, Caller caller) {
        if (before + more > limits.maxBytes()) {
            throw new ToolException(
                    Reason.INVALID,
                    "The export is larger than " + limits.maxBytes() + " bytes, so nothing was exported. Select fewer"
                            + " rows or columns, or have whoever runs this server raise --max-export-bytes.");
        }
        while (taken.get() + more > limits.maxBytes()) {
            makeRoom(caller);
        }
        taken.addAndGet(more);
    }

    /** By what is the caller's own: nobody loses an export to somebody else. */
    private void makeRoom(Caller caller) {
        Export oldest = byId.values().stream()
                .filter(export -> export.owner().isSameAs(caller))
                .findFirst()
                .orElseThrow(() -> new ToolException(
                        Reason.UNAVAILABLE,
                        "The exports of others leave no room; they are kept for "
                                + limits.kept().toMinutes() + " minutes. Try again later, or export less."));
        forget(oldest);
    }

    synchronized Export keep(Export export) {
        byId.put(export.id(), export);
        scheduleEnd(export);
        return export;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it throws nothing
    private void scheduleEnd(Export export) {
        clock.schedule(() -> forget(export), limits.kept().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void forget(Export export) {
        if (byId.remove(export.id()) != null) {
            remove(export.file(), export.bytes());
        }
    }

    /** Gives the room of a file back. */
    void remove(Path file, long bytes) {
        taken.addAndGet(-bytes);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("An export is left behind", e);
        }
    }

    /** The caller's own, if it is still kept. */
    public synchronized Export find(String database, String id, Caller caller) {
        Export export = byId.get(id);
        if (export == null
                || !export.database().equals(database)
                || !export.owner().isSameAs(caller)
                || export.expires().isBefore(Instant.now())) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no such export. Each is kept for " + limits.kept().toMinutes()
                            + " minutes at most, for who made it.");
        }
        return export;
    }

    /** A part of its text; parts count from 1. */
    public String read(Export export, int part) {
        long from = export.from(part);
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(export.to(part) - from));
        try (SeekableByteChannel file = Files.newByteChannel(export.file())) {
            file.position(from);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                // Until it is full.
            }
        } catch (IOException e) {
            throw new ToolException(Reason.UNAVAILABLE, "The export is gone; export again.", e);
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    Instant expiry() {
        return Instant.now().plus(limits.kept());
    }

    static String newId() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    static ToolException unwritable(IOException e) {
        return new ToolException(
                Reason.UNAVAILABLE, "The server cannot write its file: perhaps its disk is full. Export less.", e);
    }
}
