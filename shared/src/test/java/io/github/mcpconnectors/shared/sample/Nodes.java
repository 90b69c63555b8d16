package io.github.mcpconnectors.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.RoundRobin;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Two processes of the sample behind a proxy that gives each request to the other one than the last. */
final class Nodes implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("Listening on (http://\\S+/mcp)");

    final RoundRobin proxy;
    private final Map<URI, ServerProcess> processes = new LinkedHashMap<>();

    /** With these state keys, the first node's and the second's. */
    Nodes(String first, String second, String... options) {
        Stream.of(start(first, options), start(second, options)).forEach(node -> processes.put(url(node), node));
        this.proxy = new RoundRobin(List.copyOf(processes.keySet()));
    }

    private static ServerProcess start(String keys, String... options) {
        Map<String, String> environment = new HashMap<>(ServerProcess.ENVIRONMENT);
        environment.put("MCP_SAMPLE_STATE_KEYS", keys);
        List<String> arguments = Stream.concat(
                        Stream.of("--write", "--page-size=2", "--http=127.0.0.1:0"), Stream.of(options))
                .toList();
        return ServerProcess.start(ServerProcess.command(SampleServer.class, arguments), environment);
    }

    private static URI url(ServerProcess node) {
        node.awaitStderr("/mcp");
        Matcher url = URL.matcher(node.stderr());
        assertThat(url.find()).isTrue();
        return URI.create(url.group(1));
    }

    StatelessClient client() {
        return new StatelessClient(proxy.url());
    }

    /** The node that got the last request. */
    ServerProcess last() {
        List<URI> served = proxy.served();
        return Objects.requireNonNull(processes.get(served.get(served.size() - 1)));
    }

    /** Each of the last requests went to the other node than the one before. */
    void assertAlternated(int requests) {
        List<URI> served = proxy.served();
        List<URI> last = served.subList(served.size() - requests, served.size());
        for (int i = 1; i < requests; i++) {
            assertThat(last.get(i)).isNotEqualTo(last.get(i - 1));
        }
        assertThat(last).contains(processes.keySet().toArray(URI[]::new));
    }

    @Override
    public void close() {
        proxy.close();
        processes.values().forEach(ServerProcess::close);
    }
}
