package io.github.mcpconnectors.git.stash;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.git.merge.NewTree;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.operation.Landing;
import io.github.mcpconnectors.git.operation.LocalChanges;
import io.github.mcpconnectors.git.operation.NewCommit;
import io.github.mcpconnectors.git.operation.Snapshot;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** git stash push: local changes become commits, index, files and what git does not know each one, and go from the disk. */
public final class StashPush {

    private final OpenRepository repository;

    public StashPush(OpenRepository repository) {
        this.repository = repository;
    }

    /** Returns what there is to say. */
    public String push(@Nullable String message, boolean includeUntracked) throws IOException {
        repository.requireWorkTree();
        try (RevWalk walk = new RevWalk(repository.jgit());
                ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            RevCommit head = walk.parseCommit(NewCommit.requireHead(repository));
            LocalChanges.requireNoConflicts(repository);
            SortedSet<String> changed = new TreeSet<>(LocalChanges.staged(repository, head.getTree()));
            changed.addAll(LocalChanges.unstaged(repository));
            SortedSet<String> untracked = new TreeSet<>();
            if (includeUntracked) {
                untracked.addAll(Snapshot.untracked(repository));
                untracked.removeAll(changed);
            }
            if (changed.isEmpty() && untracked.isEmpty()) {
                throw new ToolException(CONFLICT, "No local changes to save.");
            }
            Snapshot snapshot = new Snapshot(repository, inserter);
            String name = save(head, message, snapshot.of(changed), snapshot.of(untracked), inserter);
            return "Saved working directory and index state " + Visible.line(name);
        }
    }

    private String save(
            RevCommit head,
            @Nullable String message,
            SortedMap<String, @Nullable Version> changed,
            SortedMap<String, @Nullable Version> untracked,
            ObjectInserter inserter)
            throws IOException {
        String branch = Head.of(repository.jgit()).branch();
        String on = (branch == null ? "(no branch)" : branch) + ": ";
        String at = on + head.abbreviate(7).name() + " " + head.getShortMessage();
        String name = message == null || message.isBlank() ? "WIP on " + at : "On " + on + message.strip();
        ObjectId staged = Snapshot.indexTree(repository);
        List<ObjectId> parents = new ArrayList<>(List.of(head, commit(staged, List.of(head), "index on " + at + "\n")));
        ObjectId files;
        try (ObjectReader reader = inserter.newReader()) {
            if (!untracked.isEmpty()) {
                ObjectId empty = inserter.insert(new TreeFormatter());
                ObjectId tree = new NewTree(reader, empty).with(untracked, inserter);
                inserter.flush();
                parents.add(commit(tree, List.of(), "untracked files on " + at + "\n"));
            }
            files = new NewTree(reader, staged).with(changed, inserter);
            inserter.flush();
        }
        remember(commit(files, parents, name), name);
        SortedMap<String, @Nullable Version> all = new TreeMap<>(changed);
        all.putAll(untracked);
        Landing.move(repository, Snapshot.adopt(repository, all, inserter), head.getTree());
        return name;
    }

    private ObjectId commit(ObjectId tree, List<ObjectId> parents, String message) throws IOException {
        PersonIdent author = NewCommit.author(repository.jgit());
        return NewCommit.insert(repository, tree, parents, author, message);
    }

    private void remember(ObjectId stash, String name) throws IOException {
        RefUpdate update = repository.jgit().updateRef(Constants.R_STASH);
        update.setForceRefLog(true);
        NewCommit.update(update, null, stash, name);
    }
}
