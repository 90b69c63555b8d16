package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that hold what no honest program puts there, as CVE-2014-9390 did: files that would be written into .git. */
class PlantedTreeTest extends ServedRepository {

    @ParameterizedTest
    @ValueSource(strings = {".GIT", ".git", ".git ", ".git.", "git~1", ".g\u200cit", "..", "."})
    void cve20149390WritesNothingIntoDotGit(String directory) throws IOException {
        repository.file("a.txt", "a\n").commit("First");
        plant(directory.getBytes(StandardCharsets.UTF_8), "config");
        Path above = repository.folder().resolveSibling("config");
        String before = Files.readString(repository.dotGit().resolve("config"));
        refusesAll();
        assertThat(Files.readString(repository.dotGit().resolve("config"))).isEqualTo(before);
        assertThat(Files.exists(above)).isFalse();
        assertThat(GitProgram.in(repository.folder()).run("status", "-s")).isEmpty();
    }

    /** Java would write it under another name, and find the right one missing. */
    @ParameterizedTest
    @ValueSource(strings = {"latin\u00e9", "\u00ff"})
    void writesNoFileWhoseNameIsNotUtf8(String name) throws IOException {
        repository.file("a.txt", "a\n").commit("First");
        plant(name.getBytes(StandardCharsets.ISO_8859_1), "x");
        refusesAll();
        assertThat(GitProgram.in(repository.folder()).run("status", "-s")).isEmpty();
    }

    private void refusesAll() {
        String head = repository.head();
        refused("git_checkout", "branch_name", "evil");
        refused("git_restore", "paths", List.of("."), "source", "evil");
        refused("git_reset_hard", "revision", "evil");
        assertThat(repository.head()).isEqualTo(head);
    }

    /** A branch evil with one file more, in a directory of that name. */
    private void plant(byte[] directory, String file) {
        repository.with(git -> {
            try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "[evil]\n".getBytes(StandardCharsets.UTF_8));
                TreeFormatter inner = new TreeFormatter();
                inner.append(file, FileMode.REGULAR_FILE, blob);
                TreeFormatter outer = new TreeFormatter();
                outer.append(directory, 0, directory.length, FileMode.TREE, inserter.insert(inner));
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(inserter.insert(outer));
                commit.setAuthor(new PersonIdent("Eve", "eve@example.org"));
                commit.setCommitter(commit.getAuthor());
                commit.setMessage("Evil");
                RefUpdate update = git.getRepository().updateRef("refs/heads/evil");
                update.setNewObjectId(inserter.insert(commit));
                inserter.flush();
                update.update();
            }
        });
    }
}
