package io.github.mcpconnectors.git.operation;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * What is merged.
 *
 * @param name as it was asked for
 * @param ref the branch or tag of that name, if it is one
 */
public record MergeSource(
        String name, RevCommit commit, @Nullable Ref ref) {

    /** The message that git makes up, into a branch or a detached HEAD: the branch it goes into is left out where it is the main one. */
    String message(@Nullable String into) {
        boolean main = "main".equals(into) || "master".equals(into);
        return "Merge " + kind() + " '" + shortName() + "'" + (main ? "" : " into " + (into == null ? "HEAD" : into))
                + "\n";
    }

    private String kind() {
        String full = ref == null ? "" : ref.getName();
        if (full.startsWith(Constants.R_HEADS)) {
            return "branch";
        }
        if (full.startsWith(Constants.R_REMOTES)) {
            return "remote-tracking branch";
        }
        return full.startsWith(Constants.R_TAGS) ? "tag" : "commit";
    }

    private String shortName() {
        return kind().equals("commit") || ref == null ? name : Repository.shortenRefName(ref.getName());
    }
}
