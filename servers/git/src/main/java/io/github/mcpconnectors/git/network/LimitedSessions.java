package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** SSH sessions whose output is counted by {@link Intake}, and that end when the call is cancelled. */
final class LimitedSessions extends SshSessionFactory {

    private final SshSessionFactory sessions;
    private final Transfer transfer;

    LimitedSessions(SshSessionFactory sessions, Transfer transfer) {
        this.sessions = sessions;
        this.transfer = transfer;
    }

    /** The file system is JGit's matter: it passes its own on. */
    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider provider, FS fs, int timeout)
            throws TransportException {
        RemoteSession2 session = (RemoteSession2) sessions.getSession(uri, provider, fs, timeout);
        transfer.onCancel(session::disconnect);
        return new Limited(session, transfer.intake());
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    private record Limited(RemoteSession2 session, Intake intake) implements RemoteSession2 {

        @Override
        public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
            return new Remote(session.exec(command, environment, timeout), intake);
        }

        @Override
        public Process exec(String command, int timeout) throws IOException {
            return new Remote(session.exec(command, timeout), intake);
        }

        @Override
        public void disconnect() {
            session.disconnect();
        }
    }

    /** Runs at the other end. */
    private static final class Remote extends Process {

        private final Process process;
        private final InputStream output;
        private final InputStream errors;

        Remote(Process process, Intake intake) {
            this.process = process;
            this.output = intake.all(process.getInputStream());
            this.errors = intake.all(process.getErrorStream());
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return errors;
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
            return process.waitFor(timeout, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }
}
