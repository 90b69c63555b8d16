package io.github.mcpconnectors.git.network;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/** Which branch of a remote a branch follows (git-config(1), branch.*.merge). */
public final class Upstreams {

    private Upstreams() {}

    /** It follows the branch of its own name. */
    public static void set(Repository repository, String branch, String remote) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setString("branch", branch, "remote", remote);
        config.setString("branch", branch, "merge", Constants.R_HEADS + branch);
        config.save();
    }
}
