package io.github.mcpconnectors.postgres.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** The driver, told what is decided here and nothing else. It looks into .pgpass itself where no password is given. */
final class Driver {

    /** Where libpq looks for authorities that nobody named. */
    private static final Path USUAL_ROOT_CERT = Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");

    private Driver() {}

    /**
     * @param maxResult bytes of one result that the driver may hold before it hangs up
     */
    static PGSimpleDataSource source(DatabaseUrl url, long maxResult) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {url.host()});
        source.setPortNumbers(new int[] {url.port()});
        source.setDatabaseName(url.database());
        source.setUser(url.login().user());
        source.setPassword(url.login().password());
        String seconds = String.valueOf(url.session().connectTimeout().toSeconds());
        set(source, PGProperty.CONNECT_TIMEOUT, seconds);
        set(source, PGProperty.LOGIN_TIMEOUT, seconds);
        set(source, PGProperty.CANCEL_SIGNAL_TIMEOUT, "2");
        set(source, PGProperty.TCP_KEEP_ALIVE, "true");
        set(source, PGProperty.GSS_ENC_MODE, "disable");
        // Else the driver names itself by SET, which DISCARD ALL takes back.
        set(source, PGProperty.ASSUME_MIN_SERVER_VERSION, "9.4");
        set(source, PGProperty.APPLICATION_NAME, url.session().applicationName());
        // The other modes send statements in one message, of which the server would run all.
        set(source, PGProperty.PREFER_QUERY_MODE, "extended");
        // No statement outlives its transaction on the server, as transaction poolers need it; and values come as text.
        set(source, PGProperty.PREPARE_THRESHOLD, "0");
        set(source, PGProperty.BINARY_TRANSFER, "false");
        set(source, PGProperty.MAX_RESULT_BUFFER, String.valueOf(maxResult));
        set(source, PGProperty.ADAPTIVE_FETCH_MAXIMUM, String.valueOf(Fetch.MOST));
        set(source, PGProperty.SOCKET_FACTORY, BoundedSockets.class.getName());
        // Details quote rows and values.
        set(source, PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
        tls(source, url.tls());
        return source;
    }

    private static void tls(PGSimpleDataSource source, DatabaseUrl.Tls tls) throws SQLException {
        set(source, PGProperty.SSL_MODE, tls.mode().label());
        set(source, PGProperty.CHANNEL_BINDING, tls.channelBinding());
        if (tls.rootCert() != null) {
            set(source, PGProperty.SSL_ROOT_CERT, tls.rootCert());
        } else if (tls.mode().verifies() && !Files.exists(USUAL_ROOT_CERT)) {
            set(source, PGProperty.SSL_FACTORY, DefaultJavaSSLFactory.class.getName());
        }
    }

    private static void set(PGSimpleDataSource source, PGProperty property, @Nullable String value)
            throws SQLException {
        if (value != null) {
            source.setProperty(property, value);
        }
    }
}
