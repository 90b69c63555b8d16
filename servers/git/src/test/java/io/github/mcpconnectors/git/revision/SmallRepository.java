package io.github.mcpconnectors.git.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mcpconnectors.git.QuietCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** A repository made without the git program, and ways to spoil it. */
final class SmallRepository implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    final Path directory;
    final Repository repository;
    final QuietCall call = new QuietCall();

    SmallRepository(Path directory) throws IOException {
        this.directory = directory.resolve(".git");
        FS.DETECTED.setUserHome(directory.toFile());
        repository = new FileRepositoryBuilder()
                .setGitDir(this.directory.toFile())
                .setWorkTree(directory.toFile())
                .build();
        repository.create();
        plant("HEAD", "ref: refs/heads/main\n");
    }

    Revisions revisions() {
        return new Revisions(repository, new DatePhrases(Clock.fixed(NOW, ZoneOffset.UTC)), call);
    }

    /** A commit of one file, {@code dir/file.txt}, that no ref leads to. */
    ObjectId commit(String message, ObjectId... parents) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter inner = new TreeFormatter();
            inner.append(
                    "file.txt", FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, message.getBytes(UTF_8)));
            inner.append("module", FileMode.GITLINK, ObjectId.fromString("1234567890123456789012345678901234567890"));
            TreeFormatter tree = new TreeFormatter();
            tree.append("dir", FileMode.TREE, inserter.insert(inner));
            inserter.flush();
            return commit(message, tree, parents);
        }
    }

    private ObjectId commit(String message, TreeFormatter tree, ObjectId... parents) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setParentIds(parents);
            PersonIdent who = new PersonIdent("Ann", "ann@example.org", NOW.minusSeconds(3600), ZoneOffset.UTC);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** A first commit of one file at the top. */
    ObjectId commitOf(String file) throws IOException {
        TreeFormatter tree = new TreeFormatter();
        tree.append(file, FileMode.REGULAR_FILE, blob(file));
        return commit("One file", tree);
    }

    ObjectId blob(String text) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8));
            inserter.flush();
            return id;
        }
    }

    void ref(String name, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(name);
        update.setNewObjectId(id);
        update.setRefLogMessage("test", false);
        update.forceUpdate();
    }

    /** Writes a file of the repository itself, as somebody who means harm can. */
    void plant(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Override
    public void close() {
        repository.close();
    }
}
