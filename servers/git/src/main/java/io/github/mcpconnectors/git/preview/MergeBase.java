package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.errors.NoMergeBaseException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.merge.RecursiveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** What two commits have in common; where they have several bases (a criss-cross merge), these are merged first. */
final class MergeBase extends RecursiveMerger implements AutoCloseable {

    MergeBase(MemoryInserter inserter) {
        // The repository's own config could name files and limits.
        super(inserter, new Config());
    }

    /** Null when they have nothing in common. */
    @Nullable
    RevCommit of(AnyObjectId ours, AnyObjectId theirs) throws IOException {
        try {
            return getBaseCommit(walk.parseCommit(ours), walk.parseCommit(theirs));
        } catch (NoMergeBaseException e) {
            throw new ToolException(
                    ToolException.Reason.UNAVAILABLE,
                    "What the two have in common cannot be worked out: there are too many merge bases, or these do not"
                            + " merge.",
                    e);
        }
    }

    /** Whether all of the one is already in the other. */
    boolean contains(AnyObjectId whole, AnyObjectId part) throws IOException {
        return walk.isMergedInto(walk.parseCommit(part), walk.parseCommit(whole));
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
