package io.github.mcpconnectors.shared.transport.http;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;

/** Ends connections whose headers take too long: Jetty waits as long as a byte comes now and then. */
record SlowHeaders(ServerConnector connector, HttpLimits limits) implements Pulse.Beating {

    @Override
    public void beat(long now) {
        for (EndPoint client : connector.getConnectedEndPoints()) {
            if (client.getConnection() instanceof HttpConnection connection && late(connection.getParser(), now)) {
                client.close();
            }
        }
    }

    private boolean late(HttpParser parser, long now) {
        // Read first, since writing it publishes the other.
        boolean underway = parser.inHeaderState() && !parser.isStart();
        long since = parser.getBeginNanoTime();
        // Zero if the request has ended meanwhile.
        return underway && since != 0 && new Pace(since, limits.patience()).tooSlow(now, 0);
    }
}
