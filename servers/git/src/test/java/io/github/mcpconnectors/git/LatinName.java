package io.github.mcpconnectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** A commit of a file whose name is in Latin-1, which Java cannot write to a disk. */
final class LatinName {

    private LatinName() {}

    /** On the branch latin, after HEAD. */
    static void commit(Repository repository, String name) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "text\n".getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
            tree.append(bytes, 0, bytes.length, FileMode.REGULAR_FILE, blob);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setParentId(repository.resolve(Constants.HEAD));
            PersonIdent person =
                    new PersonIdent("Ada", "ada@example.org", TestRepository.START, java.time.ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage("Latin");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate branch = repository.updateRef("refs/heads/latin");
            branch.setNewObjectId(id);
            branch.update();
        }
    }
}
