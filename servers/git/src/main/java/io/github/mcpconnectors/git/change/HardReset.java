package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.jspecify.annotations.Nullable;

/** Moves what is checked out to a commit, and makes index and files what they are there. */
public final class HardReset {

    /**
     * What would be done.
     *
     * @param from null before the first commit
     * @param left commits that would be in the branch no more
     */
    public record Doomed(Restoration.Doomed files, @Nullable ObjectId from, ObjectId to, int left) {

        /** Whether anything is lost, or only in the reflog after. */
        public boolean loses() {
            return left > 0 || !files.lost().isEmpty();
        }

        public String fingerprint() {
            return files.fingerprint() + (from == null ? "" : from.name()) + to.name();
        }
    }

    private final Repository jgit;
    private final RevCommit target;
    private final Restoration files;

    public HardReset(OpenRepository repository, RevCommit target, Call call) {
        this.jgit = repository.jgit();
        this.target = target;
        this.files =
                new Restoration(repository, new Restoration.Source.Whole(target.getTree(), false), List.of("."), call);
    }

    public Doomed plan() throws IOException {
        ObjectId head = jgit.resolve(Constants.HEAD);
        return new Doomed(files.plan(), head, target.copy(), left(head));
    }

    private int left(@Nullable ObjectId head) throws IOException {
        if (head == null) {
            return 0;
        }
        try (RevWalk walk = new RevWalk(jgit)) {
            return RevWalkUtils.count(walk, walk.parseCommit(head), walk.parseCommit(target));
        }
    }

    /**
     * Does it, unless something else than planned would be lost by now.
     *
     * @param written how the commit was called
     */
    public void apply(Doomed planned, String written) throws IOException {
        if (!plan().fingerprint().equals(planned.fingerprint())) {
            throw new ToolException(Reason.CONFLICT, "The branch has changed meanwhile; nothing was done. Call again.");
        }
        files.apply(planned.files());
        Unstaging.moveHead(jgit, target, written);
        Unstaging.end(jgit);
    }
}
