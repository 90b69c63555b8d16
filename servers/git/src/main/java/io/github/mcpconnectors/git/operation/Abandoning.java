package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a merge, pick or step of a rebase did to the files, as git reset --merge does. What a person did to them
 * since is lost by that: it is told from what the operation itself left by the tree in AUTO_MERGE.
 */
public final class Abandoning {

    private final OpenRepository repository;
    private final boolean everything;

    private Abandoning(OpenRepository repository, boolean everything) {
        this.repository = repository;
        this.everything = everything;
    }

    /** For merges and picks, which begin with changes in files that they do not touch; those stay. */
    public static Abandoning ofMerge(OpenRepository repository) {
        StateFiles.requireState(repository, "merge", RepositoryState.MERGING, RepositoryState.MERGING_RESOLVED);
        return new Abandoning(repository, false);
    }

    public static Abandoning ofPick(OpenRepository repository, boolean revert) {
        if (revert) {
            StateFiles.requireState(
                    repository, "revert", RepositoryState.REVERTING, RepositoryState.REVERTING_RESOLVED);
        } else {
            StateFiles.requireState(
                    repository, "cherry-pick", RepositoryState.CHERRY_PICKING, RepositoryState.CHERRY_PICKING_RESOLVED);
        }
        return new Abandoning(repository, false);
    }

    /** For steps of a rebase, which begin without any change. */
    static Abandoning ofStep(OpenRepository repository) {
        return new Abandoning(repository, true);
    }

    /** Asks where work would be lost; the subject is the fingerprint of what there is to lose. */
    public Plan<String> plan(String what) throws IOException {
        SortedMap<String, @Nullable Version> lost = lost();
        if (lost.isEmpty()) {
            return Plan.harmless("");
        }
        String fingerprint = fingerprint(lost);
        String question = what + " and lose what was done since in " + LocalChanges.names(lost.keySet()) + "?";
        return Plan.ask(fingerprint, question, fingerprint);
    }

    /** Gives a merge, cherry-pick or revert up. */
    public String giveUp(String agreed, String what) throws IOException {
        backTo(NewCommit.requireHead(repository), agreed);
        StateFiles.clear(repository);
        return "Gave up the " + what + "; files and index are as before it.";
    }

    void backTo(ObjectId commit, String agreed) throws IOException {
        SortedMap<String, @Nullable Version> lost = lost();
        if (!(lost.isEmpty() ? "" : fingerprint(lost)).equals(agreed)) {
            throw new ToolException(
                    ToolException.Reason.CONFLICT, "The files have changed meanwhile; nothing was done. Call again.");
        }
        try (ObjectInserter inserter = repository.jgit().newObjectInserter();
                RevWalk walk = new RevWalk(repository.jgit())) {
            SortedMap<String, @Nullable Version> files = new Snapshot(repository, inserter).of(touched());
            ObjectId now = Snapshot.adopt(repository, files, inserter);
            Landing.move(repository, now, walk.parseCommit(commit).getTree());
        }
    }

    private SortedSet<String> touched() throws IOException {
        ObjectId head = NewCommit.requireHead(repository);
        SortedSet<String> touched = new TreeSet<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            touched.addAll(
                    LocalChanges.staged(repository, walk.parseCommit(head).getTree()));
        }
        if (everything) {
            touched.addAll(LocalChanges.unstaged(repository));
        }
        return touched;
    }

    /** What is on disk, or staged, and is neither in the last commit nor what the merge put there. */
    private SortedMap<String, @Nullable Version> lost() throws IOException {
        ObjectId remembered = StateFiles.remembered(repository);
        SortedSet<String> touched = touched();
        SortedMap<String, @Nullable Version> lost = new TreeMap<>();
        DirCache index = repository.index();
        Map<String, @Nullable Version> files = new Snapshot(repository, null).of(touched);
        for (Map.Entry<String, @Nullable Version> file : files.entrySet()) {
            String path = file.getKey();
            Version merged = version(remembered, path);
            Version staged = staged(index, path, merged);
            if (!Objects.equals(file.getValue(), merged) || !Objects.equals(staged, merged)) {
                lost.put(path, file.getValue());
            }
        }
        return lost;
    }

    private @Nullable Version version(@Nullable ObjectId tree, String path) throws IOException {
        if (tree == null || !repository.jgit().getObjectDatabase().has(tree)) {
            return null;
        }
        try (TreeWalk walk = TreeWalk.forPath(repository.jgit(), PathKey.text(path), tree)) {
            return walk == null ? null : new Version(walk.getObjectId(0), walk.getFileMode(0));
        }
    }

    /** A conflict in the index is nobody's work. */
    private static @Nullable Version staged(DirCache index, String path, @Nullable Version otherwise) {
        DirCacheEntry entry = index.getEntry(PathKey.text(path));
        if (entry == null) {
            return null;
        }
        return entry.getStage() != 0 ? otherwise : new Version(entry.getObjectId(), entry.getFileMode());
    }

    private static String fingerprint(SortedMap<String, @Nullable Version> lost) {
        return Digests.hexOf(lost.toString().getBytes(StandardCharsets.UTF_8));
    }
}
