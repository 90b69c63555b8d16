package io.github.mcpconnectors.postgres.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets from which a thread that said how much reads no more than that: the driver takes all notes that have come in
 * before it hands over the first, however many there are. For the driver, which makes it by its name.
 */
public final class BoundedSockets extends SocketFactory {

    private static final ThreadLocal<Long> LEFT = ThreadLocal.withInitial(() -> Long.MAX_VALUE);

    /** The current thread may read so many bytes from here on. */
    static void allow(long bytes) {
        LEFT.set(bytes);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Bounded(super.getInputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw connected();
    }

    /** The driver connects by itself; nobody else is meant. */
    private static IOException connected() {
        return new IOException("Only sockets that are not connected yet are made here");
    }

    private static final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private static void count(int read) throws IOException {
            long left = LEFT.get() - Math.max(0, read);
            if (left < 0) {
                throw new IOException("More came in at once than this thread takes");
            }
            LEFT.set(left);
        }
    }
}
