package io.github.mcpconnectors.git.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.TestRepository;
import io.github.mcpconnectors.git.network.SshRemote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsignedTest {

    @TempDir
    Path base;

    /** With JGit's SSH library comes a signer that would take the user's key, or ask a program for one. */
    @Test
    void signsNothingWhateverKeyOrProgramTheConfigNames() throws IOException {
        Path root = Files.createDirectory(base.resolve("root"));
        Path key = SshRemote.write(SshRemote.newKey(), base.resolve("key"));
        TestRepository.create(root)
                .config("[user]\n\tname = Ben\n\temail = ben@example.org\n\tsigningKey = " + key
                        + "\n[commit]\n\tgpgSign = true\n[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tdefaultKeyCommand = touch "
                        + base.resolve("marker") + "\n");
        Repositories gate = new Repositories(Roots.open(List.of(root.toString()), warning -> {}), false);
        RevCommit commit = gate.write(
                null,
                open -> open.git().commit().setAllowEmpty(true).setMessage("m").call());
        assertThat(commit.getRawGpgSignature()).isNull();
        assertThat(base.resolve("marker")).doesNotExist();
    }
}
