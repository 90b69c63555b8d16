package io.github.mcpconnectors.git.stash;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.merge.Differences;
import io.github.mcpconnectors.git.merge.Labels;
import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.merge.NewTree;
import io.github.mcpconnectors.git.merge.TreeMerge;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.merge.Versions;
import io.github.mcpconnectors.git.operation.Landing;
import io.github.mcpconnectors.git.operation.LocalChanges;
import io.github.mcpconnectors.git.operation.Snapshot;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** git stash apply: what was changed is changed again, and staged only where it is new. */
public final class StashApply {

    private final OpenRepository repository;
    private final Call call;

    public StashApply(OpenRepository repository, Call call) {
        this.repository = repository;
        this.call = call;
    }

    /**
     * Returns what there is to say.
     *
     * @param drop whether it is needed no more once it is applied without conflicts
     */
    public String apply(int index, boolean drop) throws IOException, GitAPIException {
        repository.requireWorkTree();
        Stashes.Entry entry = Stashes.find(repository, index);
        Merged merged = apply(entry);
        if (!merged.clean()) {
            return "Applied " + entry.shown() + " with conflicts in "
                    + LocalChanges.names(merged.conflicts().keySet())
                    + ". See git_conflicts, edit the files, git_add them. The stash is kept.";
        }
        if (drop) {
            Stashes.drop(repository, entry);
        }
        return (drop ? "Applied and dropped " : "Applied ") + entry.shown() + ".";
    }

    private Merged apply(Stashes.Entry entry) throws IOException {
        LocalChanges.requireNoConflicts(repository);
        try (RevWalk walk = new RevWalk(repository.jgit());
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            RevCommit stash = walk.parseCommit(entry.commit());
            if (stash.getParentCount() < 2 || stash.getParentCount() > 3) {
                throw new ToolException(INVALID, entry.shown() + " is no stash: git made none that looks like it.");
            }
            ObjectId ours = Snapshot.indexTree(repository);
            ObjectId base = walk.parseCommit(stash.getParent(0)).getTree();
            Labels labels = new Labels("Updated upstream", "Stashed changes");
            Merged merged = new TreeMerge(repository.jgit(), inserter, call).trees(base, ours, stash.getTree(), labels);
            ObjectId untracked = stash.getParentCount() == 3
                    ? walk.parseCommit(stash.getParent(2)).getTree()
                    : inserter.insert(new TreeFormatter());
            land(ours, merged, untracked, inserter);
            return merged;
        }
    }

    private void land(ObjectId ours, Merged merged, ObjectId untracked, ObjectInserter inserter) throws IOException {
        try (ObjectReader reader = inserter.newReader()) {
            ObjectId empty = inserter.insert(new TreeFormatter());
            SortedMap<String, @Nullable Version> extra = versions(reader, empty, untracked);
            SortedMap<String, @Nullable Version> known = versions(reader, empty, merged.tree());
            known.keySet().retainAll(extra.keySet());
            LocalChanges.refuse(
                    known.keySet(), "Untracked files of the stash are tracked now: ", "Move them away first");
            ObjectId all = new NewTree(reader, merged.tree()).with(extra, inserter);
            inserter.flush();
            Landing.move(repository, ours, all);
            SortedMap<String, @Nullable Version> index = new TreeMap<>();
            extra.keySet().forEach(path -> index.put(path, null));
            if (merged.clean()) {
                index.putAll(unstaged(reader, ours, merged.tree()));
            }
            Snapshot.adopt(repository, index, inserter);
            Landing.stage(repository, merged);
        }
    }

    /** Files that were there before go back in the index; new ones stay. */
    private SortedMap<String, @Nullable Version> unstaged(ObjectReader reader, ObjectId ours, ObjectId merged)
            throws IOException {
        SortedMap<String, @Nullable Version> before = versions(reader, merged, ours);
        before.values().removeIf(version -> version == null);
        return before;
    }

    /** What one tree has other than another; null for what it lacks. */
    private SortedMap<String, @Nullable Version> versions(ObjectReader reader, ObjectId other, ObjectId tree)
            throws IOException {
        SortedMap<String, @Nullable Version> found = new TreeMap<>();
        SortedMap<String, Versions> differing = Differences.between(reader, call, other, other, tree);
        differing.forEach((path, versions) -> found.put(path, versions.theirs()));
        return found;
    }
}
