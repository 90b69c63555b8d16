import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients at once, each calling one tool again and again over HTTP; see README.md beside it. */
public final class Load {

    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    private final Map<String, String> options = new HashMap<>(Map.of(
            "clients", "50", "calls", "2000", "warmup", "0", "era", "modern", "tool", "echo", "pid", "",
            "arguments", "{\"text\":\"hello\"}"));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final URI uri;

    private Load(String[] args) {
        uri = URI.create(args[0]);
        for (String arg : List.of(args).subList(1, args.length)) {
            String[] pair = arg.split("=", 2);
            options.put(pair[0], pair[1]);
        }
    }

    public static void main(String[] args) throws Exception {
        new Load(args).run();
        System.exit(0);
    }

    private void run() throws Exception {
        all(number("warmup"));
        errors.clear();
        System.out.println("before  " + process());
        long start = System.nanoTime();
        long[] nanos = all(number("calls"));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("after   " + process());
        Arrays.sort(nanos);
        System.out.printf(
                "%s, %d clients x %d: %d errors, %.0f calls/s, ms: p50 %.2f p90 %.2f p99 %.2f max %.2f%n",
                options.get("era"), number("clients"), number("calls"),
                errors.values().stream().mapToInt(Integer::intValue).sum(), nanos.length / seconds,
                at(nanos, 0.5), at(nanos, 0.9), at(nanos, 0.99), at(nanos, 1));
        errors.entrySet().stream().limit(10).forEach(error -> System.out.println(error.getValue() + " x " + error.getKey()));
    }

    /** How long each call took, of all clients. */
    private long[] all(int calls) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<long[]>> clients = new ArrayList<>();
        for (int i = 0; i < number("clients"); i++) {
            clients.add(threads.submit(() -> client(calls)));
        }
        long[] all = new long[clients.size() * calls];
        for (int i = 0; i < clients.size(); i++) {
            System.arraycopy(clients.get(i).get(), 0, all, i * calls, calls);
        }
        threads.shutdown();
        return all;
    }

    private long[] client(int calls) throws Exception {
        HttpRequest.Builder call = options.get("era").equals("modern") ? modern() : legacy();
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call(call, i);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private void call(HttpRequest.Builder call, int id) throws InterruptedException {
        String meta = options.get("era").equals("modern")
                ? ",\"_meta\":{\"%s\":\"2026-07-28\",\"%s\":{}}".formatted(VERSION, CAPABILITIES)
                : "";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s%s}}"
                .formatted(id, options.get("tool"), options.get("arguments"), meta);
        try {
            HttpResponse<String> answer = send(call, body);
            if (answer.statusCode() != 200
                    || !answer.body().contains("\"result\"")
                    || answer.body().contains("\"isError\":true")) {
                errors.merge(answer.statusCode() + " " + answer.body(), 1, Integer::sum);
            }
        } catch (IOException e) {
            errors.merge(e.toString(), 1, Integer::sum);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder to, String body) throws IOException, InterruptedException {
        HttpRequest request = to.copy().POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder modern() {
        return post("2026-07-28").header("Mcp-Method", "tools/call").header("Mcp-Name", options.get("tool"));
    }

    /** With a session, if the server gives one. */
    private HttpRequest.Builder legacy() throws Exception {
        HttpResponse<String> begun = send(
                post("2025-11-25"),
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"load\",\"version\":\"1\"}}}");
        HttpRequest.Builder call = post("2025-11-25");
        begun.headers().firstValue("Mcp-Session-Id").ifPresent(id -> call.header("Mcp-Session-Id", id));
        send(call, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return call;
    }

    private HttpRequest.Builder post(String version) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", version);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
    }

    /** Memory and threads of the server, as Linux has them. */
    private String process() throws IOException {
        if (options.get("pid").isEmpty()) {
            return "(no pid given)";
        }
        StringBuilder found = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("/proc", options.get("pid"), "status"))) {
            if (line.startsWith("VmRSS") || line.startsWith("Threads")) {
                found.append(line.replaceAll("\\s+", " ")).append("  ");
            }
        }
        return found + "load " + Files.readString(Path.of("/proc/loadavg")).strip();
    }
}
