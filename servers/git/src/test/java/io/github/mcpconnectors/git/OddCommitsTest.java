package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that no git writes but anybody can: they are shown somehow, or refused in a sentence. */
class OddCommitsTest extends ServedRepository {

    private static final String TREE = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nplain\n",
                "committer A <a@b> 1 +0000\n\nno author\n",
                "author A <a@b> 1 +0000\n\nno committer\n",
                "\nneither\n",
                "author A <a@b> 1 +9999\ncommitter A <a@b> 1 -9999\n\nimpossible zone\n",
                "author A <a@b> 1 +1\ncommitter A <a@b> 1 x\n\nbroken zone\n",
                "author A <a@b> 99999999999999999999 +0000\ncommitter A <a@b> 99999999999999999999 +0000\n\nend of time\n",
                "author A <a@b> -5 +0000\ncommitter A <a@b> -5 +0000\n\nbefore time\n",
                "author A a@b 1 +0000\ncommitter >A< 1 +0000\n\nno address\n",
                "author  <> \ncommitter  <> \n\nnobody\n",
                "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\nencoding no-such\n\nencoded\n",
                "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\nencoding \u001b\n\nencoded\n",
                "author A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000",
                "parent 1111111111111111111111111111111111111111\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n"
            })
    void areAnsweredWithoutAnInternalError(String body) {
        commit(TREE + body);
        for (String tool : new String[] {"git_log", "git_show", "git_status", "git_branch"}) {
            var result = tool.equals("git_show") ? any(tool, "revision", "HEAD") : any(tool);
            assertThat(result.text()).as(tool).doesNotContainIgnoringCase("internal error");
        }
    }

    private void commit(String text) {
        repository.with(git -> {
            try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
                inserter.insert(Constants.OBJ_TREE, new byte[0]);
                ObjectId id = inserter.insert(Constants.OBJ_COMMIT, text.getBytes(StandardCharsets.UTF_8));
                inserter.flush();
                Files.writeString(repository.dotGit().resolve("refs/heads/main"), id.name() + "\n");
            }
        });
    }
}
