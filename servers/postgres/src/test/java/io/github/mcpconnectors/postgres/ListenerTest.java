package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to those who listen when servers and networks do not stay as they are. */
class ListenerTest {

    private static final String NEWS = "postgres://postgres/channels/news";
    private static final String ORDERS = "postgres://shop/channels/orders";

    @Test
    void aRestartOfTheServerIsAGapAndAReplicaCannotBeListenedTo(@TempDir Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        EmbeddedPostgres before = start(data, 0);
        int port = before.getPort();
        try (Subscriptions server = Subscriptions.start(
                "postgresql://postgres:@localhost:" + port + "/postgres?sslmode=disable", "--channel=news")) {
            server.subscribe(NEWS).result();
            before.close();
            server.wire().awaitStderr("nobody listens now");
            assertThat(server.read(NEWS)).contains("No notes come in since 20");
            try (EmbeddedPostgres after = start(data, port)) {
                server.awaitUpdate(NEWS);
                assertThat(server.read(NEWS)).contains("Notes may have been missed since 20");
                send(after, "back again");
                server.awaitText(NEWS, "back again");
            }
            server.unsubscribe(NEWS);
            standby(data);
            try (EmbeddedPostgres replica = start(data, port)) {
                assertThat(String.valueOf(server.subscribe(NEWS).answer().get("error")))
                        .as("on port %s", replica.getPort())
                        .contains("it is a replica");
            }
        }
    }

    /** It takes the listener 15 s to find out: nobody hangs up. */
    @Test
    void aLineThatWentSilentIsMadeAnew() {
        try (BadNetwork network = new BadNetwork();
                Subscriptions server = Subscriptions.start(
                        "postgresql://reader:reader-password@localhost:" + network.port() + "/shop",
                        "--channel=orders")) {
            server.subscribe(ORDERS).result();
            network.silence();
            server.wire().awaitStderr("nobody listens now");
            network.repair();
            server.awaitUpdate(ORDERS);
            TestingPostgres.run("NOTIFY orders, 'heard'");
            server.awaitText(ORDERS, "\"heard\"");
            assertThat(server.read(ORDERS)).contains("Notes may have been missed");
        }
    }

    @Test
    void behindAPoolerNobodyCanListen() {
        try (FakePooler pooler = new FakePooler();
                Subscriptions server = Subscriptions.start(
                        "postgresql://reader:reader-password@localhost:" + pooler.port() + "/shop?sslmode=disable",
                        "--channel=orders")) {
            assertThat(String.valueOf(server.subscribe(ORDERS).answer().get("error")))
                    .contains("a pooler in front of it keeps the notes");
        }
    }

    @Test
    void whoSubscribesWithoutADatabaseThereIsToldWhy() {
        try (BadNetwork network = new BadNetwork();
                Subscriptions server = Subscriptions.start(
                        "postgresql://reader:reader-password@localhost:" + network.port() + "/shop",
                        "--channel=orders")) {
            network.cut();
            assertThat(String.valueOf(server.subscribe(ORDERS).answer().get("error")))
                    .contains("There is no connection to the database shop");
            network.repair();
            server.subscribe(ORDERS).result();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** Makes it follow a primary, which it will never find, from its next start on. */
    private static void standby(Path data) throws IOException {
        Path signal = Files.createFile(data.resolve("standby.signal"));
        Files.setPosixFilePermissions(signal, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    private static void send(EmbeddedPostgres server, String payload) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY news, '" + payload + "'");
        }
    }
}
