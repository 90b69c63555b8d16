package io.github.mcpconnectors.git.stash;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;

/** The stash: the reflog of refs/stash, the newest first. */
public final class Stashes {

    private static final int LONGEST = 200;

    private Stashes() {}

    /** One of them, as <code>stash@{index}</code>. */
    public record Entry(int index, ObjectId commit, String message) {

        public String shown() {
            return "stash@{" + index + "} (" + Visible.line(Clip.line(message, LONGEST)) + ")";
        }
    }

    public static Entry find(OpenRepository repository, int index) throws IOException {
        ReflogReader log = repository.jgit().getRefDatabase().getReflogReader(Constants.R_STASH);
        boolean any = repository.jgit().exactRef(Constants.R_STASH) != null;
        List<ReflogEntry> entries = log == null || !any ? List.of() : log.getReverseEntries();
        if (index >= entries.size()) {
            throw new ToolException(
                    NOT_FOUND,
                    entries.isEmpty()
                            ? "There is no stash."
                            : "There is no stash@{" + index + "}: the oldest is stash@{" + (entries.size() - 1)
                                    + "}. git_stash_list shows them.");
        }
        ReflogEntry entry = entries.get(index);
        return new Entry(index, entry.getNewId(), entry.getComment());
    }

    /**
     * Drops one for good.
     *
     * @param agreed the id of the stash that a person agreed to lose
     */
    public static String drop(OpenRepository repository, int index, String agreed) throws IOException, GitAPIException {
        Entry entry = find(repository, index);
        if (!entry.commit().name().equals(agreed)) {
            throw new ToolException(CONFLICT, "The stash has changed meanwhile; nothing was done. Call again.");
        }
        drop(repository, entry);
        return "Dropped " + entry.shown() + ", which was " + entry.commit().name() + ".";
    }

    static void drop(OpenRepository repository, Entry entry) throws GitAPIException {
        repository.git().stashDrop().setStashRef(entry.index()).call();
    }
}
