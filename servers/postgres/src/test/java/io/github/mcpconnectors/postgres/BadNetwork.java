package io.github.mcpconnectors.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A line to PostgreSQL that can be cut, as when the server restarts, or go silent, as when a cable is pulled. */
final class BadNetwork implements AutoCloseable {

    private enum State {
        GOOD,
        CUT,
        SILENT
    }

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong arrived = new AtomicLong();
    private volatile State state = State.GOOD;

    BadNetwork() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Waits until so many bytes more have come from the server, as rows do while a statement still runs. */
    void awaitBytes(long more) throws InterruptedException {
        long enough = arrived.get() + more;
        while (arrived.get() < enough) {
            Thread.sleep(5);
        }
    }

    /** Ends what is connected, and hangs up on whoever comes. */
    void cut() {
        state = State.CUT;
        open.forEach(BadNetwork::hangUp);
        open.clear();
    }

    /** Nothing arrives any more, and nobody is told. */
    void silence() {
        state = State.SILENT;
    }

    void repair() {
        cut();
        state = State.GOOD;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (state == State.CUT) {
                    hangUp(client);
                    continue;
                }
                Socket server = new Socket(TestingPostgres.host(), TestingPostgres.port());
                open.addAll(List.of(client, server));
                daemon(() -> copy(client, server, new AtomicLong()));
                daemon(() -> copy(server, client, arrived));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void copy(Socket from, Socket to, AtomicLong count) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (state != State.SILENT) {
                    out.write(bytes, 0, read);
                    count.addAndGet(read);
                }
            }
        } catch (IOException e) {
            hangUp(from);
        }
        hangUp(to);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "bad network");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
