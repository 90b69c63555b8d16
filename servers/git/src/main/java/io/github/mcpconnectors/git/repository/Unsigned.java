package io.github.mcpconnectors.git.repository;

import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectBuilder;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Signs nothing. The signer that JGit's SSH library brings would take any key that a repository's config names, or start
 * gpg.ssh.defaultKeyCommand.
 */
final class Unsigned implements Signer {

    static void install() {
        for (GpgConfig.GpgFormat format : GpgConfig.GpgFormat.values()) {
            Signers.set(format, new Unsigned());
        }
    }

    @Override
    public void signObject(
            Repository repository,
            GpgConfig config,
            ObjectBuilder object,
            PersonIdent committer,
            @Nullable String key,
            @Nullable CredentialsProvider provider) {}

    @Override
    public GpgSignature sign(
            Repository repository,
            GpgConfig config,
            byte[] data,
            PersonIdent committer,
            @Nullable String key,
            @Nullable CredentialsProvider provider)
            throws UnsupportedSigningFormatException {
        throw new UnsupportedSigningFormatException("This server signs nothing");
    }

    @Override
    public boolean canLocateSigningKey(
            Repository repository,
            GpgConfig config,
            PersonIdent committer,
            @Nullable String key,
            @Nullable CredentialsProvider provider) {
        return false;
    }
}
