package io.github.mcpconnectors.shared.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A reverse proxy that hands each request to the next node, as a balancer without sticky sessions does. It passes on every
 * byte as it comes, in both directions, except for the header Connection: each connection carries one request.
 */
public final class RoundRobin implements AutoCloseable {

    private static final int MOST_HEAD_CHARS = 65_536;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Executor threads = Executors.newCachedThreadPool(RoundRobin::daemon);
    private final List<URI> nodes;
    private final List<URI> served = new ArrayList<>();
    private final ServerSocket listener;

    /** On a free port. */
    public RoundRobin(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
        try {
            this.listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** In front of the nodes with these URLs, until it is killed; tells its own on stderr, as a server does. */
    public static void main(String[] urls) throws InterruptedException {
        RoundRobin proxy = new RoundRobin(Stream.of(urls).map(URI::create).toList());
        System.err.println("Listening on " + proxy.url());
        Thread.currentThread().join();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/mcp");
    }

    /** The nodes that got the requests so far, in their order. */
    public List<URI> served() {
        synchronized (served) {
            return List.copyOf(served);
        }
    }

    private URI next() {
        synchronized (served) {
            URI node = nodes.get(served.size() % nodes.size());
            served.add(node);
            return node;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // it was closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            URI node = next();
            try (Socket server = new Socket(node.getHost(), node.getPort())) {
                server.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                threads.execute(() -> pass(client, server));
                pass(server, client);
            }
        } catch (IOException e) {
            // the other side sees that the connection is closed
        }
    }

    /** Of a request, made the only one of its connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
            int next = in.read();
            if (next < 0 || head.length() == MOST_HEAD_CHARS) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString()
                .replaceAll("(?im)^Connection:.*\r\n", "")
                .replace(END_OF_HEAD, "\r\nConnection: close" + END_OF_HEAD);
    }

    /** Until one side has no more; then neither needs the other. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the other direction has ended
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "round robin");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
