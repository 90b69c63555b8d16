package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says why there is no connection and what a person can do; never with which password. The name of the database stands
 * for its address, which a model need not know.
 */
final class ConnectFailures {

    private final String name;
    private final DatabaseUrl url;

    ConnectFailures(String name, DatabaseUrl url) {
        this.name = name;
        this.url = url;
    }

    ToolException translate(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        String state = String.valueOf(e.getSQLState());
        if (server != null) {
            return answered(state, server, e);
        }
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("channel binding")) {
            return new ToolException(
                    Reason.UNAVAILABLE,
                    start() + "channel_binding=require needs TLS and a password by SCRAM, and this connection would not"
                            + " have both.",
                    e);
        }
        if (cause(e, SSLException.class) != null || isMissingFile(e) || isNoAuthority(e) || isOtherName(e)) {
            return new ToolException(Reason.UNAVAILABLE, start() + tls(e), e);
        }
        if (state.equals("08004") && url.tls().mode() != SslMode.DISABLE && !isPassword(e)) {
            return new ToolException(Reason.UNAVAILABLE, start() + withoutTls(), e);
        }
        if (isPassword(e)) {
            return new ToolException(
                    Reason.DENIED,
                    start() + "the server asks for a password and none is set. Whoever runs this server gives it with"
                            + " --password-file, PGPASSWORD or in .pgpass.",
                    e);
        }
        return new ToolException(Reason.UNAVAILABLE, start() + network(e), e);
    }

    private String start() {
        return "There is no connection to the database " + name + ": ";
    }

    private ToolException answered(String state, ServerErrorMessage server, SQLException e) {
        return switch (state) {
            case "28P01", "28000" ->
                new ToolException(
                        Reason.DENIED,
                        start() + "the server refuses the role or its password (SQLSTATE " + state
                                + "). Whoever runs this" + " server checks user, password and pg_hba.conf.",
                        e);
            case "3D000" ->
                new ToolException(
                        Reason.NOT_FOUND,
                        start()
                                + "the server has no such database (SQLSTATE 3D000). Whoever runs this server checks the"
                                + " name at the end of the connection URL.",
                        e);
            case "53300" ->
                new ToolException(
                        Reason.UNAVAILABLE,
                        start() + "the server has no connection left (SQLSTATE 53300). Try again later, or set a lower"
                                + " --pool.",
                        e);
            default ->
                new ToolException(
                        Reason.UNAVAILABLE,
                        start() + Clip.line(String.valueOf(server.getMessage()), 200) + " (SQLSTATE " + state
                                + "). Try again later.",
                        e);
        };
    }

    private String network(SQLException e) {
        if (cause(e, UnknownHostException.class) != null) {
            return "its host name is not known. Whoever runs this server checks the connection URL.";
        }
        if (cause(e, SocketTimeoutException.class) != null || cause(e, NoRouteToHostException.class) != null) {
            return "its host does not answer. Is there a firewall or VPN in between?";
        }
        if (cause(e, ConnectException.class) != null) {
            return "nothing listens there. Is PostgreSQL running, and does it listen on this address and port?";
        }
        return "the connection broke, or was not there within "
                + url.session().connectTimeout().toSeconds() + " s. Try again.";
    }

    private String tls(SQLException e) {
        if (isMissingFile(e)) {
            return "the file that sslrootcert names cannot be read.";
        }
        if (isNoAuthority(e)) {
            return "the file that sslrootcert names, or else ~/.postgresql/root.crt, holds no certificate in PEM.";
        }
        if (cause(e, CertificateExpiredException.class) != null) {
            return "the certificate of the server has expired; it needs a new one.";
        }
        if (cause(e, CertPathBuilderException.class) != null || cause(e, CertPathValidatorException.class) != null) {
            return "nobody we trust has signed the certificate of the server. Give the file of its authority:"
                    + " sslrootcert=/path/ca.pem in the connection URL.";
        }
        if (isOtherName(e)) {
            return "the certificate of the server is not made out to its host name. Connect by the name in"
                    + " the certificate; sslmode=verify-ca does not compare names.";
        }
        return "TLS failed; the server and Java have no protocol in common, or the server hung up.";
    }

    private String withoutTls() {
        return "the server offers no TLS, and sslmode=" + url.tls().mode().label()
                + " needs it. Switch TLS on there; or, if nobody else is on that network, say sslmode=disable in the"
                + " connection URL.";
    }

    /** As the driver says it: SQLSTATE 08004 is also a server without TLS, so look for what it asks for. */
    private static boolean isPassword(SQLException e) {
        return "08004".equals(e.getSQLState()) && String.valueOf(e.getMessage()).contains("assword");
    }

    /** The driver compares names itself, and there is no exception of Java's behind its own. */
    private boolean isOtherName(SQLException e) {
        return url.tls().mode() == SslMode.VERIFY_FULL && "08006".equals(e.getSQLState()) && e.getCause() == null;
    }

    private static boolean isMissingFile(SQLException e) {
        return cause(e, FileNotFoundException.class) != null || cause(e, NoSuchFileException.class) != null;
    }

    /** What goes wrong before anybody spoke TLS is about the file. */
    private static boolean isNoAuthority(SQLException e) {
        return cause(e, GeneralSecurityException.class) != null && cause(e, SSLException.class) == null;
    }

    private static @Nullable Throwable cause(Throwable failure, Class<? extends Throwable> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return at;
            }
            at = at.getCause();
        }
        return null;
    }
}
