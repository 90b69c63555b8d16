package io.github.mcpconnectors.git.network;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.List;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Takes the host keys that the file has, never a new or changed one, and remembers that it refused. */
record KnownHosts(ServerKeyDatabase file, Transfer transfer) implements ServerKeyDatabase {

    @Override
    public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration config) {
        return file.lookup(address, remote, new Strict(config));
    }

    @Override
    public boolean accept(
            String address,
            InetSocketAddress remote,
            PublicKey key,
            Configuration config,
            @Nullable CredentialsProvider provider) {
        boolean known = file.accept(address, remote, key, new Strict(config), null);
        if (!known) {
            transfer.refuseHostKey();
        }
        return known;
    }

    private record Strict(Configuration given) implements Configuration {

        @Override
        public List<String> getUserKnownHostsFiles() {
            return List.of();
        }

        @Override
        public List<String> getGlobalKnownHostsFiles() {
            return List.of();
        }

        @Override
        public StrictHostKeyChecking getStrictHostKeyChecking() {
            return StrictHostKeyChecking.REQUIRE_MATCH;
        }

        @Override
        public boolean getHashKnownHosts() {
            return false;
        }

        @Override
        public String getUsername() {
            return given.getUsername();
        }
    }
}
