package io.github.mcpconnectors.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to PostgreSQL that tells clients a process number of its own, as poolers do, and is no pooler otherwise. */
final class FakePooler implements AutoCloseable {

    /** BackendKeyData of protocol 3.0 begins so (PostgreSQL 54.7). */
    private static final byte[] KEY_DATA = {'K', 0, 0, 0, 12};

    private final ServerSocket listening;

    FakePooler() {
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

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(TestingPostgres.host(), TestingPostgres.port());
                daemon(() -> copy(client, server, new byte[0]));
                daemon(() -> copy(server, client, KEY_DATA));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Changes the first byte behind the marker, wherever the marker is. */
    private static void copy(Socket from, Socket to, byte[] marker) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                boolean behind = marker.length > 0 && matched == marker.length;
                out.write(behind ? next ^ 0x40 : next);
                out.flush();
                matched = !behind && marker.length > 0 && next == marker[matched] ? matched + 1 : 0;
            }
        } catch (IOException e) {
            // either side hung up
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fake pooler");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
