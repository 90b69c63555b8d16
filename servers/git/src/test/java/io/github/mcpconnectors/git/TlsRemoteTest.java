package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.HttpRemote;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with a certificate that its host has signed itself. */
class TlsRemoteTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path base;

    private Path root;
    private Path keys;
    private TestRepository origin;
    private HttpRemote remote;

    @BeforeEach
    void serve() throws IOException, InterruptedException, GeneralSecurityException {
        root = Files.createDirectory(base.resolve("allowed"));
        keys = base.resolve("keys.p12");
        origin = TestRepository.create(Files.createDirectory(base.resolve("origin")))
                .file("a.txt", "one\n")
                .commit("First");
        makeKeys();
        remote = HttpRemote.secured(origin.folder(), tls());
    }

    @AfterEach
    void stop() {
        remote.close();
    }

    private void makeKeys() throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias host -keyalg RSA -storetype PKCS12 -storepass " + PASSWORD
                + " -dname CN=localhost -ext san=dns:localhost -keystore";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.add(keys.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String url(String host) {
        return "https://" + host + ":" + remote.port() + "/repo.git";
    }

    private ServerProcess server(int port, String... options) {
        List<String> command = new ArrayList<>(ServerProcess.command(
                GitServer.class,
                List.of(
                        "--network",
                        "--write",
                        "--allow-hosts=localhost:" + port + ",127.0.0.1:" + port,
                        root.toString())));
        command.addAll(1, List.of(options));
        return ServerProcess.start(command, ServerProcess.ENVIRONMENT).initialize();
    }

    private ServerProcess trusting() {
        return server(
                remote.port(), "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private static String text(Map<?, ?> answer) {
        assertThat(String.valueOf(answer)).doesNotContain("Exception", "PKIX");
        Map<?, ?> result = (Map<?, ?>) answer.get("result");
        return String.valueOf(result.get("isError")) + result.get("content");
    }

    private static String clone(ServerProcess server, String url) {
        return text(server.call("git_clone", Map.of("url", url, "directory", "mine")));
    }

    @Test
    void saysWhoDidNotSignACertificateAndWhatToDo() {
        try (ServerProcess server = server(remote.port())) {
            assertThat(clone(server, url("localhost")))
                    .startsWith("true")
                    .contains("nobody that Java trusts has signed its certificate", "-Djavax.net.ssl.trustStore=FILE");
            assertThat(root).isEmptyDirectory();
        }
    }

    @Test
    void trustsWhomJavaIsToldToButForNoOtherName() {
        try (ServerProcess server = trusting()) {
            assertThat(clone(server, url("127.0.0.1")))
                    .startsWith("true")
                    .contains("not made out to the name 127.0.0.1");
            assertThat(root).isEmptyDirectory();
            assertThat(clone(server, url("localhost"))).doesNotStartWith("true");
            assertThat(root.resolve("mine/a.txt")).hasContent("one\n");
        }
    }

    @Test
    void trustsNobodyWhomOnlyTheConfigTrusts() throws IOException {
        try (ServerProcess server = trusting()) {
            clone(server, url("localhost"));
        }
        String verify = "\tsslVerify = false\n\tsslCAInfo = " + keys + "\n\tsslCAPath = " + base + "\n";
        TestRepository.at(root.resolve("mine"))
                .config("[http]\n" + verify + "[http \"" + url("localhost") + "\"]\n" + verify);
        int before = remote.requests().size();
        try (ServerProcess server = server(remote.port())) {
            assertThat(text(server.call("git_fetch", Map.of())))
                    .startsWith("true")
                    .contains("nobody that Java trusts");
        }
        assertThat(remote.requests()).hasSize(before);
    }

    @Test
    void tellsAHostThatSpeaksNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = server(plain.getLocalPort())) {
            Thread host = new Thread(() -> answerInTheClear(plain));
            host.setDaemon(true);
            host.start();
            assertThat(clone(server, "https://localhost:" + plain.getLocalPort() + "/repo.git"))
                    .startsWith("true")
                    .contains("speaks no TLS there");
        }
    }

    private static void answerInTheClear(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getInputStream().read(new byte[1_000]);
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
