package io.github.mcpconnectors.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mcpconnectors.postgres.TestingPostgres;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static String authority;

    @BeforeAll
    static void find() {
        // In a container elsewhere the certificate would be made out to the wrong host.
        assumeThat(TestingPostgres.host()).isEqualTo("localhost");
        authority = TestingPostgres.authority().toString();
    }

    @Test
    void encryptsOnThisMachineToo() {
        assertThat(encrypted(url("localhost", ""))).isEqualTo("t");
        assertThat(encrypted(url("localhost", "sslmode=disable"))).isEqualTo("f");
    }

    @Test
    void verifiesAgainstAPrivateAuthority() {
        assertThat(encrypted(url("localhost", "sslrootcert=" + authority))).isEqualTo("t");
        assertThat(encrypted(url("127.0.0.1", "sslmode=verify-ca&sslrootcert=" + authority)))
                .isEqualTo("t");
    }

    @Test
    void saysWhyItDoesNotTrustTheServer() {
        refused(url("localhost", "sslmode=verify-full"), "sslrootcert=/path/ca.pem");
        refused(url("127.0.0.1", "sslmode=verify-full&sslrootcert=" + authority), "not made out to its host name");
        refused(url("localhost", "sslmode=verify-full&sslrootcert=/no/such.pem"), "sslrootcert names cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void saysThatAFileIsNoAuthority(String content, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), content);
        refused(url("localhost", "sslmode=verify-full&sslrootcert=" + file), "holds no certificate in PEM");
    }

    @Test
    void saysWhatChannelBindingNeeds() {
        refused(url("localhost", "sslmode=disable&channel_binding=require"), "needs TLS and a password by SCRAM");
    }

    @Test
    void speaksToNobodyInTheClearThatOffersNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> refuseTls(plain));
            server.setDaemon(true);
            server.start();
            refused(
                    "postgresql://u:secret@localhost:" + plain.getLocalPort() + "/d?sslmode=require",
                    "the server offers no TLS");
        }
    }

    /** As a server without TLS answers the request for it (PostgreSQL 54.2.10). */
    private static void refuseTls(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getInputStream().readNBytes(8);
            client.getOutputStream().write('N');
            assertThat(client.getInputStream().read()).as("what follows").isEqualTo(-1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String url(String host, String options) {
        return "postgresql://reader:reader-password@" + host + ":" + TestingPostgres.port() + "/shop?" + options;
    }

    private static String encrypted(String url) {
        return open(url)
                .read(
                        new TestCall(),
                        session -> session.list(
                                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid()",
                                row -> row.getString(1)))
                .get(0);
    }

    private static void refused(String url, String text) {
        assertThatThrownBy(() -> encrypted(url))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining(text);
    }

    private static Database open(String url) {
        try {
            Limits limits = new Limits(Duration.ofSeconds(30), 100, 100_000);
            return Database.of(
                    "test",
                    UrlParser.parse(url, "somebody"),
                    new Database.Terms(limits, 1, RolePolicy.WARN, new FunctionRules(Set.of())));
        } catch (UrlParser.WrongUrl e) {
            throw new AssertionError(e);
        }
    }
}
