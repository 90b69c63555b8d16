package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The database hostile (hostile.sql): full of traps, beside the shop. */
final class HostileDatabase {

    private static final String NAME = "hostile";

    private HostileDatabase() {}

    static synchronized void make() {
        if (TestingPostgres.see("SELECT count(*) FROM pg_database WHERE datname = 'hostile'")
                .equals("0")) {
            TestingPostgres.run("CREATE DATABASE hostile");
            TestingPostgres.run(NAME, script());
        }
    }

    static WireClient serve(String role, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = TestingPostgres.url(role, NAME);
        System.arraycopy(options, 0, arguments, 1, options.length);
        return WireClient.start(PostgresServer.class, arguments);
    }

    /** The one value that a query gives the superuser, as text. */
    static String see(String sql) {
        try (Connection connection = connect()) {
            return see(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static String see(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As the superuser, beside the server. */
    static Connection connect() throws SQLException {
        return TestingPostgres.connect(TestingPostgres.SUPERUSER, NAME);
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(HostileDatabase.class.getResourceAsStream("/hostile.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
