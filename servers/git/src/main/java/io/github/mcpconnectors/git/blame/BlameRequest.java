package io.github.mcpconnectors.git.blame;

import io.github.mcpconnectors.git.content.StoredFile;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What is to be blamed.
 *
 * @param file of the commit
 * @param ignored commits that are passed over
 */
public record BlameRequest(
        RevCommit commit, StoredFile file, boolean ignoreWhitespace, boolean follow, Set<ObjectId> ignored) {

    public BlameRequest {
        ignored = Set.copyOf(ignored);
    }
}
