package io.github.mcpconnectors.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for the whole run of tests: in a container where Docker runs, else from programs that the build
 * brings along. It holds the database shop (shop.sql), which no test changes for good.
 */
public final class TestingPostgres {

    public static final String SUPERUSER = "postgres";
    public static final String READER = "reader";
    public static final String WRITER = "writer";

    private static final String PRELOADED = "pg_stat_statements";

    private record Address(String how, String host, int port, TestingCertificate certificate) {

        Connection connect(String role, String database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + host + ":" + port + "/" + database, role, role + "-password");
        }
    }

    private static final Address ADDRESS = start();

    private TestingPostgres() {}

    /** What a person would type: the database shop as this role. */
    public static String url(String role) {
        return url(role, "shop");
    }

    public static String url(String role, String database) {
        return "postgresql://" + role + ":" + role + "-password@" + ADDRESS.host + ":" + ADDRESS.port + "/" + database;
    }

    public static String host() {
        return ADDRESS.host;
    }

    public static int port() {
        return ADDRESS.port;
    }

    /** A file with the authority that signed the server's certificate, which is made out to localhost. */
    public static Path authority() {
        return ADDRESS.certificate.file();
    }

    /** A connection of the test's own, beside those of the server: to prepare, and to see what really changed. */
    public static Connection connect(String role, String database) throws SQLException {
        return ADDRESS.connect(role, database);
    }

    /** Runs statements as the superuser in the database shop. */
    public static void run(String sql) {
        run("shop", sql);
    }

    public static void run(String database, String sql) {
        try (Connection connection = connect(SUPERUSER, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The one value that a query gives the superuser, as text. */
    public static String see(String sql) {
        try (Connection connection = connect(SUPERUSER, "shop");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Address start() {
        try {
            Address address = dockerRuns() ? container() : embedded();
            try (Connection connection = address.connect(SUPERUSER, "postgres");
                    Statement statement = connection.createStatement()) {
                address.certificate.install(statement);
                statement.execute("CREATE DATABASE shop");
                String version = connection.getMetaData().getDatabaseProductVersion();
                LoggerFactory.getLogger(TestingPostgres.class)
                        .warn("Testing with PostgreSQL {}, {}", version, address.how);
            }
            try (Connection connection = address.connect(SUPERUSER, "shop");
                    Statement statement = connection.createStatement();
                    InputStream in = Objects.requireNonNull(TestingPostgres.class.getResourceAsStream("/shop.sql"))) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return address;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("No PostgreSQL to test with", e);
        }
    }

    /** Looks for a socket first: Testcontainers searches long, and complains when there is none. */
    private static boolean dockerRuns() {
        boolean likely = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return likely && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Ends with the JVM: Testcontainers sees to it. */
    @SuppressWarnings("resource")
    private static Address container() throws IOException {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withUsername(SUPERUSER)
                .withPassword(SUPERUSER + "-password")
                .withCommand("postgres", "-c", "shared_preload_libraries=" + PRELOADED);
        container.start();
        return new Address(
                "in a container", container.getHost(), container.getFirstMappedPort(), TestingCertificate.make());
    }

    /** Ends with the JVM, and runs as root too, where it starts as another user (unshare). */
    @SuppressWarnings("resource")
    private static Address embedded() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", PRELOADED)
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD 'postgres-password'");
            // It trusts everybody as it comes; passwords have to count here.
            statement.execute("DO $$ BEGIN EXECUTE format('COPY (VALUES (''host all all all scram-sha-256'')) TO %L',"
                    + " current_setting('hba_file')); END $$");
            statement.execute("SELECT pg_reload_conf()");
        }
        return new Address("embedded", "localhost", server.getPort(), TestingCertificate.make());
    }
}
