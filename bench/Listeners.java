import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many listeners to one file (subscriptions/listen), and how long each change takes to reach them; see README.md. */
public final class Listeners {

    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final Pattern ID = Pattern.compile("\"io.modelcontextprotocol/subscriptionId\":(\\d+)");

    private final Path file;
    private final int listeners;
    private final int changes;
    private final CountDownLatch acknowledged;
    private final Map<String, AtomicInteger> notes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile long written;

    private Listeners(Path file, int listeners, int changes) {
        this.file = file.toAbsolutePath();
        this.listeners = listeners;
        this.changes = changes;
        this.acknowledged = new CountDownLatch(listeners);
    }

    /** FILE LISTENERS CHANGES, and then a URL, or the command of a server on stdio. */
    public static void main(String[] args) throws Exception {
        Listeners bench = new Listeners(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        List<String> server = List.of(args).subList(3, args.length);
        Files.writeString(bench.file, "0");
        if (server.get(0).startsWith("http")) {
            bench.overHttp(URI.create(server.get(0)));
        } else {
            bench.overStdio(server);
        }
        bench.run();
        System.exit(0);
    }

    private void run() throws Exception {
        boolean all = acknowledged.await(60, TimeUnit.SECONDS);
        System.out.println((listeners - acknowledged.getCount()) + " listen" + (all ? "" : ", the others do not"));
        for (int i = 0; i < changes; i++) {
            Thread.sleep(1_000);
            written = System.nanoTime();
            Files.writeString(file, "change " + i);
        }
        Thread.sleep(3_000);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int[] each = notes.values().stream().mapToInt(AtomicInteger::get).sorted().toArray();
        System.out.printf(
                "%d changes: %d listeners were told %d to %d times, ms: p50 %.1f p99 %.1f max %.1f%n",
                changes, each.length, each[0], each[each.length - 1], at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
    }

    private void overHttp(URI uri) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newFixedThreadPool(4))
                .build();
        for (int i = 0; i < listeners; i++) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .header("MCP-Protocol-Version", "2026-07-28")
                    .header("Mcp-Method", "subscriptions/listen")
                    .POST(HttpRequest.BodyPublishers.ofString(listen(i)))
                    .build();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> new Thread(null, () -> answer.body().forEach(this::heard), "listener", 64 * 1024)
                            .start());
        }
    }

    private void overStdio(List<String> command) throws IOException {
        Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader answers = server.inputReader(StandardCharsets.UTF_8);
        new Thread(() -> answers.lines().forEach(this::heard)).start();
        OutputStream out = server.getOutputStream();
        for (int i = 0; i < listeners; i++) {
            out.write((listen(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    }

    private String listen(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"subscriptions/listen\",\"params\":{%s,\"notifications\":{\"resourceSubscriptions\":[\"file://%s\"]}}}"
                .formatted(id, META, file);
    }

    private void heard(String line) {
        long now = System.nanoTime();
        if (line.contains("notifications/subscriptions/acknowledged")) {
            acknowledged.countDown();
        } else if (line.contains("notifications/resources/updated")) {
            nanos.add(now - written);
            Matcher id = ID.matcher(line);
            notes.computeIfAbsent(id.find() ? id.group(1) : line, key -> new AtomicInteger()).incrementAndGet();
        }
    }
}
