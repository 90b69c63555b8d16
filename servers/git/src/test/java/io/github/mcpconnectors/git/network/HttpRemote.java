package io.github.mcpconnectors.git.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** A repository behind smart HTTP (gitprotocol-http(5)), and servers that answer as badly as a test wants. */
public final class HttpRemote implements AutoCloseable {

    /** How a request is answered. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final @Nullable Path repository;
    private volatile @Nullable String token;
    private volatile @Nullable String objection;
    private volatile @Nullable Answer instead;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private HttpRemote(@Nullable Path repository, @Nullable SSLContext tls) {
        this.repository = repository;
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = tls == null ? HttpServer.create(anyPort, 0) : HttpsServer.create(anyPort, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer secure) {
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static HttpRemote of(Path repository) {
        return new HttpRemote(repository, null);
    }

    public static HttpRemote secured(Path repository, SSLContext tls) {
        return new HttpRemote(repository, tls);
    }

    public static HttpRemote answering(Answer answer) {
        HttpRemote remote = new HttpRemote(null, null);
        remote.instead = answer;
        return remote;
    }

    public HttpRemote withToken(@Nullable String expected) {
        token = expected;
        return this;
    }

    /** Takes no push from now on, and says so. */
    public void rejecting(String words) {
        objection = words;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers so from now on; null is as it should be. */
    public void instead(@Nullable Answer answer) {
        instead = answer;
    }

    public String place() {
        return "127.0.0.1:" + port();
    }

    public String url() {
        return "http://" + place() + "/repo.git";
    }

    /** Method, path, Authorization and everything else that a request could leak, a line each. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet());
            Answer other = instead;
            if (other != null) {
                other.to(exchange);
            } else if (token != null && !authorized(exchange)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                serve(exchange);
            }
        }
    }

    private boolean authorized(HttpExchange exchange) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** What the client says, which can then be served all the same. */
    public static String asked(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.setStreams(new ByteArrayInputStream(body), null);
        String said = new String(body(exchange).readAllBytes(), StandardCharsets.ISO_8859_1);
        exchange.setStreams(new ByteArrayInputStream(body), null);
        return said;
    }

    /** As it should be. */
    public void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/repo.git/")) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        boolean advertise = path.endsWith("/info/refs");
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String service = advertise ? query.replace("service=", "") : path.replaceAll(".*/", "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Git git = Git.open(repository.toFile())) {
            if (service.equals("git-upload-pack")) {
                upload(git.getRepository(), exchange, advertise, out);
            } else {
                receive(git.getRepository(), exchange, advertise, out);
            }
        }
        String kind = advertise ? "-advertisement" : "-result";
        exchange.getResponseHeaders().set("Content-Type", "application/x-" + service + kind);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            out.writeTo(body);
        }
    }

    private static void upload(Repository from, HttpExchange exchange, boolean advertise, OutputStream out)
            throws IOException {
        UploadPack pack = new UploadPack(from);
        pack.setBiDirectionalPipe(false);
        String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (version != null) {
            pack.setExtraParameters(List.of(version));
        }
        if (advertise) {
            PacketLineOutRefAdvertiser advertiser = new PacketLineOutRefAdvertiser(head(out, "git-upload-pack"));
            pack.sendAdvertisedRefs(advertiser);
        } else {
            pack.upload(body(exchange), out, null);
        }
    }

    private void receive(Repository into, HttpExchange exchange, boolean advertise, OutputStream out)
            throws IOException {
        ReceivePack pack = new ReceivePack(into);
        pack.setBiDirectionalPipe(false);
        pack.setAllowNonFastForwards(true);
        String words = objection;
        if (words != null) {
            pack.setPreReceiveHook((push, commands) -> {
                push.sendMessage(words);
                commands.forEach(command ->
                        command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "pre-receive hook declined"));
            });
        }
        if (advertise) {
            pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(head(out, "git-receive-pack")));
        } else {
            pack.receive(body(exchange), out, null);
        }
    }

    private static PacketLineOut head(OutputStream out, String service) throws IOException {
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        return lines;
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }
}
