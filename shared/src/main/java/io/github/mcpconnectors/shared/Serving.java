package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.modern.ModernServer;
import io.github.mcpconnectors.shared.protocol.modern.StateKeys;
import io.github.mcpconnectors.shared.protocol.modern.TaskLimits;
import io.github.mcpconnectors.shared.settings.CommonSettings;
import io.github.mcpconnectors.shared.settings.HttpSettings;
import io.github.mcpconnectors.shared.settings.ListenAddress;
import io.github.mcpconnectors.shared.transport.Calls;
import io.github.mcpconnectors.shared.transport.StdioTransport;
import io.github.mcpconnectors.shared.transport.http.HttpAddress;
import io.github.mcpconnectors.shared.transport.http.HttpLimits;
import io.github.mcpconnectors.shared.transport.http.HttpServer;
import io.github.mcpconnectors.shared.transport.http.McpEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A server at work: its protocol over one transport, as the settings say. */
final class Serving {

    /** How long requests may go on after SIGTERM; a little less than what container hosts wait before they kill. */
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final ModernServer modern;
    private final Calls calls;
    private final CommonSettings common;
    private final HttpSettings http;

    Serving(Connector connector, String version, CommonSettings common, HttpSettings http) {
        Methods methods = new Methods(connector, version, new Methods.Options(common.confirm(), common.pageSize()));
        TaskLimits tasks = common.tasks() == CommonSettings.Tasks.ON ? TaskLimits.STANDARD : null;
        this.modern = new ModernServer(methods, keys(http), Clock.systemUTC(), tasks);
        this.calls = new Calls(common.maxCalls(), common.callSeconds());
        this.common = common;
        this.http = http;
    }

    private static StateKeys keys(HttpSettings http) {
        try {
            return http.stateKeys() == null ? StateKeys.random() : StateKeys.parse(http.stateKeys());
        } catch (IllegalArgumentException e) {
            throw new StartException(2, "--state-keys: " + e.getMessage());
        }
    }

    /** Until the input ends. */
    void stdio(InputStream in, OutputStream out) throws InterruptedException {
        new StdioTransport(modern, calls, new StdioTransport.Streams(in, out, common.maxMessageBytes())).serve();
    }

    /** Until the process is told to end; then what is under way is finished. */
    void http(Consumer<String> tell) throws InterruptedException {
        ListenAddress listen = Objects.requireNonNull(http.listen());
        HttpServer server = start(listen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(DRAIN), "drain"));
        ListenAddress taken = new ListenAddress(listen.host(), server.port());
        if (!listen.loopback()) {
            tell.accept("Nobody is asked who they are: put a proxy in front that does");
            if (http.stateKeys() == null) {
                tell.accept("Without --state-keys a confirmation counts on this node only");
            }
        }
        tell.accept("Listening on http://" + taken + "/mcp");
        new CountDownLatch(1).await();
    }

    private HttpServer start(ListenAddress listen) {
        HttpAddress address = new HttpAddress(listen, http.allowedHosts(), http.allowedOrigins());
        HttpLimits limits = HttpLimits.standard(common.maxMessageBytes());
        try {
            return HttpServer.start(address, limits, new McpEndpoint(modern, calls, http.legacy()));
        } catch (IOException e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new StartException(2, "--http: cannot listen on " + listen + ": " + why);
        }
    }
}
