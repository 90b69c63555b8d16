package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.internal.transport.sshd.OpenSshServerKeyDatabase;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * SSH with one key and the hosts that a file names, and nothing else of this machine: no ~/.ssh, no agent, no config that
 * could start a program.
 */
public record SshAccess(
        @Nullable String key,
        @Nullable String passphrase,
        @Nullable String knownHosts) {

    /** Sessions for one transfer. */
    SshSessionFactory sessions(Transfer transfer) throws IOException {
        Path keyFile = file(key, "--ssh-key");
        Path hosts = file(knownHosts, "--ssh-known-hosts");
        // Nothing is in it, but JGit wants to have a home.
        File home = Files.createTempDirectory("mcp-git-ssh").toFile();
        home.deleteOnExit();
        SshSessionFactory sessions = new SshdSessionFactoryBuilder()
                .setHomeDirectory(home)
                .setSshDirectory(home)
                .setConfigFile(directory -> null)
                .setConnectorFactory(null)
                .setProxyDataFactory(address -> null)
                .setPreferredAuthentications("publickey")
                .setDefaultIdentities(directory -> List.of(keyFile))
                .setKeyPasswordProvider(none -> new Passphrase(passphrase))
                .setServerKeyDatabase((userHome, directory) ->
                        new KnownHosts(new OpenSshServerKeyDatabase(false, List.of(hosts)), transfer))
                .build(null);
        return new LimitedSessions(sessions, transfer);
    }

    private static Path file(@Nullable String given, String option) {
        if (given == null || !Files.isRegularFile(Path.of(given))) {
            throw new ToolException(
                    Reason.UNAVAILABLE,
                    "SSH needs a key and the keys of hosts that are known: a person starts the server with --ssh-key and"
                            + " --ssh-known-hosts, and " + option + " names no file. Or use an https:// URL.");
        }
        return Path.of(given);
    }

    /** Does not show the passphrase. */
    @Override
    public String toString() {
        return "SshAccess[" + key + ", " + knownHosts + "]";
    }

    private record Passphrase(@Nullable String text) implements KeyPasswordProvider {

        @Override
        public char @Nullable [] getPassphrase(org.eclipse.jgit.transport.URIish uri, int attempt) {
            return text == null ? null : text.toCharArray();
        }

        @Override
        public void setAttempts(int most) {}

        @Override
        public boolean keyLoaded(org.eclipse.jgit.transport.URIish uri, int attempt, @Nullable Exception error) {
            return false;
        }

        @Override
        public String toString() {
            return "Passphrase";
        }
    }
}
