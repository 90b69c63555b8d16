package io.github.mcpconnectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;

/** A commit with names and modes that no work tree has to be able to hold; give them in Git's order. */
final class RawTree {

    private record Entry(FileMode mode, String content) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @param name one character for each byte */
    RawTree add(String name, FileMode mode, String content) {
        entries.put(name, new Entry(mode, content));
        return this;
    }

    RawTree file(String name, String content) {
        return add(name, FileMode.REGULAR_FILE, content);
    }

    /** Becomes the branch main. */
    void commit(TestRepository repository) {
        repository.with(git -> {
            try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
                CommitBuilder commit = new CommitBuilder();
                PersonIdent author = new PersonIdent("A", "a@example.org", TestRepository.START, ZoneOffset.UTC);
                commit.setAuthor(author);
                commit.setCommitter(author);
                commit.setMessage("Raw\n");
                commit.setTreeId(tree(inserter));
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                Files.writeString(repository.dotGit().resolve("refs/heads/main"), id.name() + "\n");
            }
        });
    }

    private ObjectId tree(ObjectInserter inserter) throws IOException {
        TreeFormatter tree = new TreeFormatter();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            FileMode mode = entry.getValue().mode();
            byte[] content = entry.getValue().content().getBytes(StandardCharsets.UTF_8);
            ObjectId id = mode == FileMode.GITLINK
                    ? ObjectId.fromString("1".repeat(40))
                    : inserter.insert(Constants.OBJ_BLOB, content);
            byte[] name = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
            tree.append(name, 0, name.length, mode, id);
        }
        return inserter.insert(tree);
    }
}
