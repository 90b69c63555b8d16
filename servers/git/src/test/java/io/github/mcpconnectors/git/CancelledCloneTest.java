package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.HttpRemote;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.SideBandOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A remote that never comes to an end, and somebody who does not want to wait for it. */
@Timeout(60)
class CancelledCloneTest {

    @TempDir
    Path base;

    private final CountDownLatch sending = new CountDownLatch(1);
    private Path root;
    private HttpRemote remote;
    private ServerProcess server;

    @BeforeEach
    void serve() throws IOException {
        root = Files.createDirectory(base.resolve("allowed"));
        TestRepository origin = TestRepository.create(Files.createDirectory(base.resolve("origin")))
                .file("a.txt", "one\n")
                .commit("First");
        remote = HttpRemote.of(origin.folder());
        server = ServerProcess.start(
                GitServer.class, "--network", "--write", "--allow-hosts=http://" + remote.place(), root.toString());
    }

    @AfterEach
    void stop() {
        server.close();
        remote.close();
    }

    /** Does this once it is asked for objects. */
    private void answering(HttpRemote.Answer answer) {
        remote.instead(exchange -> {
            if (HttpRemote.asked(exchange).contains("command=fetch")) {
                exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
                exchange.sendResponseHeaders(200, 0);
                answer.to(exchange);
            } else {
                remote.serve(exchange);
            }
        });
    }

    private Map<String, Object> cloning() {
        return Json.object("name", "git_clone", "arguments", Json.object("url", remote.url(), "directory", "mine"));
    }

    private void cancelsInTheMiddle() throws IOException, InterruptedException {
        server.initialize();
        server.send(
                Json.text(Json.object("jsonrpc", "2.0", "id", "long", "method", "tools/call", "params", cloning())));
        assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(names(root)).singleElement().asString().startsWith(".mcp-git-unfinished-");
        server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"long\"}}");
        awaitNothing();
    }

    /** Much sooner than a remote that says nothing is given up. */
    private void awaitNothing() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!names(root).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void leavesNothingWhenItIsCancelledInTheMiddle() throws IOException, InterruptedException {
        answering(exchange -> sendForever(exchange.getResponseBody()));
        cancelsInTheMiddle();
    }

    @Test
    void waitsForNoRemoteThatDoesNotAnswer() throws IOException, InterruptedException {
        remote.instead(exchange -> sayNothing());
        cancelsInTheMiddle();
    }

    @Test
    void waitsForNoRemoteThatStopsInTheMiddle() throws IOException, InterruptedException {
        answering(exchange -> {
            new PacketLineOut(exchange.getResponseBody()).writeString("packfile\n");
            send(exchange.getResponseBody(), HexFormat.of().parseHex("5041434b00000002000f4240"));
            sayNothing();
        });
        cancelsInTheMiddle();
    }

    @Test
    void goesOnAsATaskForClientsThatKnowTasks() throws IOException, InterruptedException {
        answering(exchange -> sendForever(exchange.getResponseBody()));
        Object id = withTasks("tools/call", cloning()).get("taskId");
        assertThat(id).isInstanceOf(String.class);
        Map<?, ?> now = withTasks("tasks/get", Json.object("taskId", id));
        assertThat(now.get("status")).isEqualTo("working");
        assertThat(String.valueOf(now.get("statusMessage"))).contains("Receiving objects");
        assertThat(names(root)).singleElement().asString().startsWith(".mcp-git-unfinished-");
        withTasks("tasks/cancel", Json.object("taskId", id));
        awaitNothing();
        while ("working".equals(now.get("status"))) {
            now = withTasks("tasks/get", Json.object("taskId", id));
        }
        assertThat(now.get("status")).isEqualTo("cancelled");
    }

    private Map<?, ?> withTasks(String method, Map<String, Object> params) {
        Map<String, Object> capabilities = Map.of("extensions", Map.of(Rpc.META + "tasks", Map.of()));
        params.put("_meta", Rpc.envelope(Rpc.MODERN, capabilities));
        return (Map<?, ?>) server.request(method, params).get("result");
    }

    private void sayNothing() {
        sending.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pack that announces many objects, of which one comes now and then. */
    private void sendForever(OutputStream out) throws IOException {
        new PacketLineOut(out).writeString("packfile\n");
        send(out, HexFormat.of().parseHex("5041434b00000002000f4240"));
        for (int i = 0; i < 1_000_000; i++) {
            ByteArrayOutputStream object = new ByteArrayOutputStream();
            // A blob of two bytes (gitformat-pack(5)).
            object.write(0x32);
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(object)) {
                deflater.write(new byte[] {(byte) (i >> 8), (byte) i});
            }
            send(out, object.toByteArray());
            sending.countDown();
        }
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        SideBandOutputStream band = new SideBandOutputStream(SideBandOutputStream.CH_DATA, 1_000, out);
        band.write(bytes);
        band.flush();
        out.flush();
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
