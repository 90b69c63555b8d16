package io.github.mcpconnectors.git.network;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static io.github.mcpconnectors.shared.ToolException.Reason.TIMEOUT;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;

/** Puts failures of a transfer into words; JGit's own messages are not passed on, since they quote what the remote sent. */
record NetworkFailures(Destination to, Transfer transfer, Login login) {

    private static final int LONGEST = 300;

    ToolException of(IOException failure) {
        Refusal refusal = find(failure, Refusal.class).orElse(null);
        if (refusal != null) {
            return refusal.asToolException();
        }
        if (transfer.hostKeyRefused()) {
            return failed(
                    DENIED,
                    "The key of the host " + to.place()
                            + " is not the one in --ssh-known-hosts, or none is there. A person"
                            + " should look up which key it has and put there what ssh-keyscan "
                            + (to.port() == 22 ? "" : "-p " + to.port() + " ") + to.host() + " prints of it.",
                    failure);
        }
        if (transfer.forbidden() || login.failed()) {
            return failed(DENIED, ofLogin(), failure);
        }
        return find(failure, SshException.class).map(ssh -> ofSsh(ssh, failure)).orElseGet(() -> ofAnswer(failure));
    }

    private String ofLogin() {
        if (transfer.forbidden()) {
            return "The host " + to.place() + " does not allow this"
                    + (login.hasToken() ? " to the token that this server has for it." : " without a login.");
        }
        return login.hasToken()
                ? "The host " + to.place() + " does not take the token that this server has for it."
                : "The host " + to.place()
                        + " asks for a login. A person should start the server with a token for it, in"
                        + " the variable " + Tokens.variable(to) + " or by --token-file " + to.place() + "=FILE.";
    }

    private ToolException ofSsh(SshException ssh, IOException failure) {
        boolean login = ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
        return login
                ? failed(
                        DENIED,
                        "The host " + to.place() + " does not take the key in --ssh-key. One that is locked needs"
                                + " --ssh-passphrase-file.",
                        failure)
                : ofAnswer(failure);
    }

    private ToolException ofAnswer(IOException failure) {
        if (has(failure, NoRemoteRepositoryException.class)) {
            return failed(NOT_FOUND, "There is no repository at " + to.shown() + ", or not for this login.", failure);
        }
        RemoteRepositoryException said =
                find(failure, RemoteRepositoryException.class).orElse(null);
        if (said != null) {
            return failed(
                    UNAVAILABLE,
                    "The remote refused; it wrote (not we): " + quoted(String.valueOf(said.getMessage())),
                    failure);
        }
        if (has(failure, UnknownHostException.class)) {
            return failed(UNAVAILABLE, "The host " + to.host() + " is not known, or there is no network.", failure);
        }
        if (has(failure, SSLException.class)) {
            return failed(UNAVAILABLE, "No secure connection to " + to.place() + ": " + ofTls(failure), failure);
        }
        return ofContents(failure);
    }

    private String ofTls(IOException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "its certificate has expired.";
        }
        if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return "nobody that Java trusts has signed its certificate. A person can start the server with java"
                    + " -Djavax.net.ssl.trustStore=FILE, a keystore that has the certificate of who did.";
        }
        return has(failure, CertificateException.class)
                ? "its certificate is not made out to the name " + to.host() + "."
                : "it speaks no TLS there, none that Java knows, or broke off.";
    }

    private ToolException ofContents(IOException failure) {
        if (has(failure, InterruptedIOException.class) || has(failure, TimeoutException.class)) {
            return failed(
                    TIMEOUT, to.place() + " said nothing for " + Network.SECONDS + " seconds; try again.", failure);
        }
        if (has(failure, TooLargeObjectInPackException.class)) {
            return failed(
                    INVALID,
                    "An object is larger than this server takes: " + Intake.LARGEST_OBJECT
                            + " bytes, a sixteenth of its memory.",
                    failure);
        }
        if (has(failure, CorruptObjectException.class)) {
            return failed(UNAVAILABLE, "The remote sends objects that are damaged or not allowed (fsck).", failure);
        }
        return failed(
                UNAVAILABLE,
                to.place() + " cannot be reached, broke off, or does not answer as a Git server. Try again later.",
                failure);
    }

    static String quoted(String text) {
        return '"' + Visible.line(Clip.line(text, LONGEST)) + '"';
    }

    private static ToolException failed(ToolException.Reason reason, String message, IOException cause) {
        return new ToolException(reason, message, cause);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
