package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.settings.ListenAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A server whose endpoint does what the test says with each message. */
class TestServer implements Endpoint, AutoCloseable {

    static final HttpLimits LIMITS = limits(100_000, Duration.ofSeconds(60), Duration.ofSeconds(60));

    /** What happens with a message. */
    interface Work {
        void run(Incoming in, byte[] body, Reply reply);
    }

    final CountDownLatch stopping = new CountDownLatch(1);
    final HttpServer http;
    private final Work work;

    TestServer(HttpLimits limits, Work work) throws IOException {
        this(limits, List.of("tools.example", "other.example:8443"), List.of("https://app.example"), work);
    }

    TestServer(HttpLimits limits, List<String> hosts, List<String> origins, Work work) throws IOException {
        this.work = work;
        this.http = HttpServer.start(address(0, hosts, origins), limits, this);
    }

    /** Answers with what was sent. */
    static TestServer echo(HttpLimits limits) throws IOException {
        return new TestServer(limits, (in, body, reply) -> reply.json(200, body, Map.of("Mcp-Session-Id", "s1")));
    }

    static HttpLimits limits(int bodyBytes, Duration heartbeat, Duration patience) {
        return new HttpLimits(bodyBytes, 64 * 1024 * 1024, 10_000, heartbeat, patience, Duration.ofSeconds(60));
    }

    static HttpAddress address(int port, List<String> hosts, List<String> origins) {
        return new HttpAddress(new ListenAddress("127.0.0.1", port), hosts, origins);
    }

    int port() {
        return http.port();
    }

    Raw connect() throws IOException {
        return new Raw(port());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request =
                request("/mcp").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void post(Incoming in, byte[] body, Reply reply) {
        work.run(in, body, reply);
    }

    @Override
    public void get(Incoming in, Reply reply) {
        reply.open(Map.of("X-Kind", "get"));
    }

    @Override
    public void delete(Incoming in, Reply reply) {
        reply.empty(204, Map.of());
    }

    @Override
    public void stopping() {
        stopping.countDown();
    }

    @Override
    public void close() {
        http.stop(Duration.ZERO);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
