package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/** A repository behind SSH, with one host key and one key that may log in. */
public final class SshRemote implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair host = newKey();
    private final Path repository;

    public SshRemote(Path repository, KeyPair allowed) {
        this.repository = repository;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("git") && KeyUtils.compareKeys(key, allowed.getPublic()));
        server.setCommandFactory((channel, command) -> new Pack(command));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key as ssh-keygen -m PKCS8 writes it. */
    public static Path write(KeyPair key, Path file) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
        return Files.writeString(
                file, "-----BEGIN PRIVATE KEY-----\n" + body.replace("\r", "") + "\n-----END PRIVATE KEY-----\n");
    }

    /** A key of the kind that ssh-keygen makes by itself, in a file as it writes it. */
    public static KeyPair newEd25519(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyPair key = SecurityUtils.getKeyPairGenerator("EdDSA").generateKeyPair();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path knownHosts(KeyPair key, Path file) throws IOException {
        return Files.writeString(
                file, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    public KeyPair hostKey() {
        return host;
    }

    public String place() {
        return "127.0.0.1:" + server.getPort();
    }

    public String url() {
        return "ssh://git@" + place() + "/repo.git";
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** git-upload-pack or git-receive-pack, whatever path is asked for. */
    private final class Pack implements Command {

        private final String command;
        private InputStream in;
        private OutputStream out;
        private OutputStream errors;
        private ExitCallback exit;

        Pack(String command) {
            this.command = command;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            errors = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            new Thread(() -> serve(environment)).start();
        }

        private void serve(Environment environment) {
            try (Git git = Git.open(repository.toFile())) {
                if (command.startsWith("git-upload-pack ")) {
                    UploadPack pack = new UploadPack(git.getRepository());
                    String version = environment.getEnv().get("GIT_PROTOCOL");
                    if (version != null) {
                        pack.setExtraParameters(List.of(version));
                    }
                    pack.upload(in, out, errors);
                } else {
                    new ReceivePack(git.getRepository()).receive(in, out, errors);
                }
                exit.onExit(0);
            } catch (IOException e) {
                exit.onExit(1, "failed");
            }
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
