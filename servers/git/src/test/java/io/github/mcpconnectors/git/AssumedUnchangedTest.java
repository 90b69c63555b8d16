package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that git update-index --assume-unchanged hides, such as a local configuration: git overwrites none of them. */
class AssumedUnchangedTest extends ChangedRepository {

    @BeforeEach
    void hideAFile() {
        repository.file("a.txt", "a\n").commit("First").branch("other");
        repository.checkout("other").file("a.txt", "b\n").commit("Second").checkout("main");
        git.run("update-index", "--assume-unchanged", "a.txt");
        repository.file("a.txt", "only here\n");
    }

    @Test
    void areNotOverwritten() throws IOException {
        refusesAndChangesNothing("a.txt", "git_checkout", "branch_name", "other");
        refusesAndChangesNothing("a.txt", "git_merge", "source", "other");
        refusesAndChangesNothing("a.txt", "git_merge", "source", "other", "ff", "no");
        refusesAndChangesNothing("a.txt", "git_cherry_pick", "commits", List.of("other"));
        refusesAndChangesNothing("a.txt", "git_rebase", "upstream", "other");
    }

    @Test
    void areOverwrittenOnlyAfterAPersonAgreed() throws IOException {
        String path = repository.folder().toString();
        try (WireClient person = WireClient.answering(
                question -> McpSchema.ElicitResult.Action.DECLINE,
                GitServer.class,
                "--write",
                "--allow-destructive",
                root.toString())) {
            person.call("git_reset_hard", "repo_path", path, "revision", "other");
            person.call("git_restore", "repo_path", path, "paths", List.of("."), "source", "other");
            assertThat(person.questions()).hasSize(2).allMatch(question -> question.contains("a.txt"));
        }
        assertThat(Files.readString(repository.folder().resolve("a.txt"))).isEqualTo("only here\n");
    }

    @Test
    void staySoWhereNothingElseIsWanted() throws IOException {
        ok("git_discard", "paths", List.of("."));
        ok("git_reset_hard");
        assertThat(ok("git_status").text()).contains("working tree clean");
        assertThat(Files.readString(repository.folder().resolve("a.txt"))).isEqualTo("only here\n");
    }
}
