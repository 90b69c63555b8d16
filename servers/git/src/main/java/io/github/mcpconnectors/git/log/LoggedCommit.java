package io.github.mcpconnectors.git.log;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/**
 * A commit, with what its author wrote.
 *
 * @param message as it stands, which may be anything
 * @param path what the file was called in this commit, where it is followed
 */
public record LoggedCommit(
        ObjectId id,
        PersonIdent author,
        PersonIdent committer,
        String message,
        List<ObjectId> parents,
        @Nullable String path) {

    public LoggedCommit {
        parents = List.copyOf(parents);
    }
}
