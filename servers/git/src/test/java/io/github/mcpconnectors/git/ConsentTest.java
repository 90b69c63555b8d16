package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked before something is lost, and what is offered at all. */
class ConsentTest {

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void change() {
        repository = TestRepository.create(folder)
                .file("a.txt", "a\n")
                .file("b.txt", "b\n")
                .commit("First");
        repository.branch("side").file("b.txt", "second\n").commit("Second").file("a.txt", "precious\n");
    }

    private WireClient answering(Function<String, Action> person) {
        return WireClient.answering(person, GitServer.class, Flags.everythingAnd(folder.toString()));
    }

    private String a() {
        try {
            return Files.readString(folder.resolve("a.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsLostWithoutConsent() {
        String head = repository.head();
        try (WireClient client = answering(question -> Action.DECLINE)) {
            for (Map.Entry<String, Object[]> call : List.<Map.Entry<String, Object[]>>of(
                    Map.entry("git_restore", new Object[] {"paths", List.of(".")}),
                    Map.entry("git_discard", new Object[] {"paths", List.of("a.txt")}),
                    Map.entry("git_reset_hard", new Object[] {}),
                    Map.entry("git_reset_hard", new Object[] {"revision", "HEAD~1"}))) {
                var result = client.call(call.getKey(), call.getValue());
                assertThat(result.text()).contains("did not agree");
            }
            assertThat(client.questions()).hasSize(4).allMatch(question -> question.contains("a.txt"));
            assertThat(client.questions().get(3)).contains("leave 1 commits");
            assertThat(a()).isEqualTo("precious\n");
            assertThat(repository.head()).isEqualTo(head);
        }
    }

    @Test
    void whatAPersonAgreedToIsDoneAndHarmlessThingsAreNotAsked() throws IOException {
        repository.with(git -> git.branchCreate().setName("lost").call());
        repository
                .checkout("lost")
                .with(git -> git.commit().setMessage("Only here").setSign(false).call());
        repository.checkout("main");
        Files.delete(folder.resolve("b.txt"));
        try (WireClient client = answering(question -> Action.ACCEPT)) {
            assertThat(client.call("git_restore", "paths", List.of("b.txt")).failed())
                    .isFalse();
            assertThat(client.call("git_delete_branch", "name", "side").failed())
                    .isFalse();
            assertThat(client.questions()).isEmpty();
            assertThat(client.call("git_delete_branch", "name", "lost", "force", true)
                            .failed())
                    .isFalse();
            assertThat(client.call("git_restore", "paths", List.of("a.txt")).failed())
                    .isFalse();
            assertThat(client.questions()).hasSize(2);
            assertThat(client.questions().get(0)).contains("lost", "not merged");
            assertThat(a()).isEqualTo("a\n");
        }
    }

    /** Consent to losing one content is no consent to losing another. */
    @Test
    void whatChangesWhileAPersonThinksIsKept() {
        Function<String, Action> slow = question -> {
            repository.file("a.txt", "more precious\n");
            return Action.ACCEPT;
        };
        try (WireClient client = answering(slow)) {
            for (String tool : List.of("git_restore", "git_discard")) {
                repository.file("a.txt", "precious\n");
                assertThat(client.call(tool, "paths", List.of("a.txt")).text()).contains("changed meanwhile");
                assertThat(a()).isEqualTo("more precious\n");
            }
            repository.file("a.txt", "precious\n");
            assertThat(client.call("git_reset_hard").text()).contains("changed meanwhile");
            assertThat(a()).isEqualTo("more precious\n");
        }
    }

    @Test
    void aClientThatCannotAskIsToldWhichSettingHelps() {
        try (WireClient client = WireClient.start(GitServer.class, Flags.everythingAnd(folder.toString()))) {
            var result = client.call("git_discard", "paths", List.of("."));
            assertThat(result.failed()).isTrue();
            assertThat(result.text()).contains("--confirm never");
            assertThat(a()).isEqualTo("precious\n");
        }
    }

    @Test
    void whatIsNotAllowedIsNotOffered() {
        assertThat(tools()).contains("git_status").doesNotContain("git_add", "git_discard");
        assertThat(tools("--write")).contains("git_add", "git_restore").doesNotContain("git_discard", "git_reset_hard");
        assertThat(tools("--write", "--allow-destructive")).contains("git_add", "git_discard", "git_reset_hard");
        try (WireClient client = WireClient.start(GitServer.class, "--write", "--confirm=never", folder.toString())) {
            repository.branch("lost").checkout("lost").commit("Only here").checkout("main");
            assertThat(client.call("git_delete_branch", "name", "lost", "force", true)
                            .text())
                    .contains("--allow-destructive");
        }
    }

    private List<String> tools(String... flags) {
        String[] all = Arrays.copyOf(flags, flags.length + 1);
        all[flags.length] = folder.toString();
        try (WireClient client = WireClient.start(GitServer.class, all)) {
            return client.sdk().listTools().tools().stream()
                    .map(McpSchema.Tool::name)
                    .toList();
        }
    }

    @Test
    void warnsOfAFlagThatDoesNothing() {
        try (ServerProcess server = ServerProcess.start(GitServer.class, "--allow-destructive", folder.toString())
                .initialize()) {
            server.awaitStderr("--allow-destructive does nothing without --write");
        }
    }
}
