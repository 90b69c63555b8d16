package io.github.mcpconnectors.postgres.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a database is and who asks: a connection URL, taken apart. Only what is named here reaches the driver. */
public record DatabaseUrl(String host, int port, String database, Login login, Tls tls, Session session) {

    /** The password is null where another place has it: PGPASSWORD, .pgpass, or nobody asks for one. */
    public record Login(String user, @Nullable String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** The file of the authorities to trust is null for those of ~/.postgresql/root.crt, or else of Java. */
    public record Tls(
            SslMode mode,
            @Nullable String rootCert,
            @Nullable String channelBinding) {}

    public record Session(String applicationName, @Nullable String searchPath, Duration connectTimeout) {}

    /** For people: no user and no password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }

    public DatabaseUrl withPassword(@Nullable String password) {
        return new DatabaseUrl(host, port, database, new Login(login.user, password), tls, session);
    }

    /** Whether the way to it leaves this machine. */
    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.matches("\\[?(0*:)+0*1]?");
    }
}
