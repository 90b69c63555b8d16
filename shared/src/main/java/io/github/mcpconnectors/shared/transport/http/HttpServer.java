package io.github.mcpconnectors.shared.transport.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves an {@link Endpoint} over HTTP/1.1 at /mcp. */
public final class HttpServer {

    /** Room for tokens and for parameters that are sent as headers. */
    private static final int HEADER_BYTES = 16 * 1024;

    private static final long CLOSING_MILLIS = 500;

    /** Nothing blocks them. */
    private static final int MOST_THREADS = 32;

    /** Clients that come at the same moment, such as all of them after a restart. */
    private static final int BACKLOG = 1024;

    private final Server server;
    private final ServerConnector connector;
    private final GracefulHandler graceful;
    private final Shared shared;
    private final Endpoint endpoint;

    private HttpServer(HttpAddress address, HttpLimits limits, Endpoint endpoint) {
        this.endpoint = endpoint;
        shared = Shared.of(limits);
        server = new Server(threads());
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(address.listen().host());
        connector.setPort(address.listen().port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(100);
        connector.setAcceptQueueSize(BACKLOG);
        graceful = new GracefulHandler(new Front(new Guard(address), shared, endpoint));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        server.setHandler(graceful);
        server.setErrorHandler(new ErrorBodies());
    }

    /** Fails if the address is taken or none of this machine's. */
    public static HttpServer start(HttpAddress address, HttpLimits limits, Endpoint endpoint) throws IOException {
        HttpServer http = new HttpServer(address, limits, endpoint);
        http.connector.open();
        run(http.server::start);
        http.shared.pulse().add(new SlowHeaders(http.connector, limits));
        http.shared.pulse().start(limits);
        return http;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        threads.setDaemon(true);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, lets the endpoint end its streams, waits so long for the open replies, and closes. */
    public void stop(Duration grace) {
        Future<Void> replied = graceful.shutdown();
        endpoint.stopping();
        run(() -> replied.get(grace.toMillis(), TimeUnit.MILLISECONDS));
        // All is said: connections on which nothing is under way are not worth waiting for.
        server.setStopTimeout(CLOSING_MILLIS);
        run(server::stop);
        shared.pulse().stop();
    }

    /** Jetty's own methods to start and stop may throw anything. */
    private interface Step {
        void run() throws Exception;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (TimeoutException e) {
            // The grace is over, and everything is closed.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
