package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.merge.TreeMerge;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;

/** Picks made one after the other in memory; no file and no ref is changed before all of it is known. */
final class Series implements AutoCloseable {

    /** A pick and the commit it became. */
    record Made(Pick pick, ObjectId commit) {}

    private final OpenRepository repository;
    private final ObjectInserter inserter;
    private final TreeMerge merge;
    private final List<Made> made = new ArrayList<>();
    private ObjectId head;
    private ObjectId tree;

    Series(OpenRepository repository, RevCommit head, ObjectId tree, Call call) {
        this.repository = repository;
        this.inserter = repository.jgit().newObjectInserter();
        this.merge = new TreeMerge(repository.jgit(), inserter, call);
        this.head = head;
        this.tree = tree;
    }

    List<Made> made() {
        return made;
    }

    ObjectId head() {
        return head;
    }

    ObjectId tree() {
        return tree;
    }

    /** What the pick gives on what came before; it may change nothing. */
    Merged merged(Pick pick) throws IOException {
        ObjectId target = pick.target();
        Merged merged = merge.trees(pick.base(), tree, target == null ? emptyTree() : target, pick.labels());
        inserter.flush();
        return merged;
    }

    void commit(Pick pick, Merged merged) throws IOException {
        ObjectId commit = NewCommit.insert(
                repository, merged.tree(), List.of(head), pick.author(repository.jgit()), pick.message());
        advance(pick, commit, merged.tree());
    }

    /** Takes the commit as it is, where it follows the last one. */
    boolean forwards(Pick pick) {
        boolean follows = pick.parent() != null && pick.parent().equals(head);
        if (follows) {
            advance(pick, pick.commit(), pick.commit().getTree());
        }
        return follows;
    }

    void apply(Merged merged) {
        tree = merged.tree();
    }

    private void advance(Pick pick, ObjectId commit, ObjectId newTree) {
        made.add(new Made(pick, commit));
        head = commit;
        tree = newTree;
    }

    private ObjectId emptyTree() throws IOException {
        return inserter.insert(new TreeFormatter());
    }

    /** Moves HEAD from commit to commit, so that its reflog tells of each. */
    void moveHead(RevCommit from, String verb) throws IOException {
        ObjectId last = from;
        for (Made one : made) {
            String subject = one.pick().message().lines().findFirst().orElse("");
            NewCommit.moveHead(repository, last, one.commit(), verb + ": " + subject);
            last = one.commit();
        }
    }

    @Override
    public void close() {
        inserter.close();
    }
}
