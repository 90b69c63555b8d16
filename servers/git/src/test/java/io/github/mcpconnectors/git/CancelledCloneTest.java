package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.HttpRemote;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.SideBandOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A remote that never comes to an end, and somebody who does not want to wait for it. */
@Timeout(60)
class CancelledCloneTest {

    @TempDir
    Path base;

    private final CountDownLatch sending = new CountDownLatch(1);

    @Test
    void leavesNothingWhenItIsCancelledInTheMiddle() throws IOException, InterruptedException {
        Path root = Files.createDirectory(base.resolve("allowed"));
        TestRepository origin = TestRepository.create(Files.createDirectory(base.resolve("origin")))
                .file("a.txt", "one\n")
                .commit("First");
        try (HttpRemote remote = HttpRemote.of(origin.folder());
                ServerProcess server = ServerProcess.start(
                                GitServer.class,
                                "--network",
                                "--write",
                                "--allow-hosts=http://" + remote.place(),
                                root.toString())
                        .initialize()) {
            remote.instead(exchange -> {
                if (HttpRemote.asked(exchange).contains("command=fetch")) {
                    exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
                    exchange.sendResponseHeaders(200, 0);
                    sendForever(exchange.getResponseBody());
                } else {
                    remote.serve(exchange);
                }
            });
            server.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":\"long\",\"method\":\"tools/call\",\"params\":{\"name\":\"git_clone\","
                            + "\"arguments\":{\"url\":\"" + remote.url() + "\",\"directory\":\"mine\"}}}");
            assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(names(root)).singleElement().asString().startsWith(".mcp-git-unfinished-");
            server.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"long\"}}");
            while (!names(root).isEmpty()) {
                Thread.sleep(20);
            }
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
