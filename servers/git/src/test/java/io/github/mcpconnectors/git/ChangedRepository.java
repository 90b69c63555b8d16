package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A repository that somebody commits to, beside the git program. */
abstract class ChangedRepository extends ServedRepository {

    GitProgram git;

    @BeforeEach
    void identity() {
        repository.config("[user]\n\tname = Ann\n\temail = ann@example.org\n");
        git = GitProgram.in(repository.folder());
    }

    void refusesAndChangesNothing(String why, String tool, @Nullable Object... arguments) throws IOException {
        Map<String, String> before = HostileRepository.contents(repository.folder());
        before.keySet().removeIf(name -> name.startsWith(".git/objects"));
        assertThat(refused(tool, arguments)).contains(why);
        Map<String, String> after = HostileRepository.contents(repository.folder());
        after.keySet().removeIf(name -> name.startsWith(".git/objects"));
        // A lock that was taken and given back shows in the time of the directory.
        after.remove(".git");
        before.remove(".git");
        assertThat(after).isEqualTo(before);
    }
}
