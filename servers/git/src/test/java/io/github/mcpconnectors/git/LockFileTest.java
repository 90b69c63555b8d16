package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Roots;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index.lock that a crash left: told with its age, and left where it is. */
class LockFileTest {

    @TempDir
    Path folder;

    @Test
    void isNamedWithItsAgeAndNeverDeleted() throws IOException {
        TestRepository repository =
                TestRepository.create(folder).file("a.txt", "1\n").commit("First");
        Path lock = Files.createFile(repository.dotGit().resolve("index.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        repository.file("a.txt", "2\n");
        Repositories repositories = new Repositories(Roots.open(List.of(folder.toString()), text -> {}), false);
        assertThat(failure(repositories))
                .contains(".git/index.lock", "3 hours old", "a person should delete it")
                .doesNotContain(folder + "/.git");
        assertThat(lock).exists();
    }

    private static String failure(Repositories repositories) {
        try {
            repositories.write(
                    null,
                    repository -> repository.git().add().addFilepattern(".").call());
            throw new AssertionError("should be refused");
        } catch (ToolException e) {
            assertThat(e.reason()).isEqualTo(ToolException.Reason.CONFLICT);
            return String.valueOf(e.getMessage());
        }
    }
}
