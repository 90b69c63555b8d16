package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Resources, completion, watches and prompts on a repository that was made to harm: as careful as the tools. */
@Timeout(120)
class HostileResourcesTest {

    @TempDir
    Path base;

    @Test
    void runsAndLeaksNothingWhateverIsAskedFor() throws IOException {
        HostileRepository hostile = HostileRepository.create(base);
        Map<String, String> before = HostileRepository.contents(hostile.folder());
        try (StdioWire wire =
                StdioWire.start(GitServer.class, base.resolve("allowed").toString())) {
            wire.ask(Rpc.initialize(Rpc.LEGACY, Map.of())).result();
            int answered = 0;
            for (Map<String, ?> request : requests()) {
                Map<String, Object> answer = wire.ask(request).answer();
                assertThat(String.valueOf(answer))
                        .as("%s", request)
                        .doesNotContain(HostileRepository.SECRET, "\u001b")
                        .doesNotContainIgnoringCase("internal error");
                answered += answer.containsKey("result") ? 1 : 0;
            }
            assertThat(answered)
                    .as("requests that got as far as the repository")
                    .isGreaterThan(15);
        }
        assertThat(hostile.fired()).isEmpty();
        assertThat(hostile.outsideIsUntouched()).isTrue();
        assertThat(HostileRepository.contents(hostile.folder())).isEqualTo(before);
    }

    private static List<Map<String, ?>> requests() {
        List<Map<String, ?>> requests = new ArrayList<>();
        requests.add(Rpc.legacy("resources/list", Map.of()));
        requests.add(Rpc.legacy("resources/subscribe", Map.of("uri", "git://hostile/status")));
        for (String rest : List.of(
                "status",
                "tree/HEAD/",
                "tree/HEAD/dir",
                "tree/HEAD/link",
                "tree/evil/link/",
                "blob/HEAD/a.txt",
                "blob/HEAD/secret-link",
                "blob/HEAD/link/secret.txt",
                "blob/evil/link/below.txt",
                "blob/HEAD/sub",
                "blob/--output=planted/a.txt",
                "commit/HEAD",
                "commit/HEAD~2",
                "commit/-f")) {
            requests.add(Rpc.legacy("resources/read", Map.of("uri", "git://hostile/" + rest)));
        }
        for (String prompt : List.of("commit-message", "review-diff", "resolve-conflicts")) {
            requests.add(Rpc.legacy("prompts/get", Map.of("name", prompt)));
        }
        for (String range : List.of("evil..HEAD", "HEAD..evil", "--output=planted..HEAD")) {
            requests.add(Rpc.legacy(
                    "prompts/get", Map.of("name", "summarize-changes", "arguments", Map.of("range", range))));
        }
        requests.add(Rpc.legacy("prompts/get", Map.of("name", "release-notes", "arguments", Map.of("from", "evil"))));
        for (String variable : List.of("repo", "revision", "path")) {
            requests.add(Rpc.legacy(
                    "completion/complete",
                    Map.of(
                            "ref",
                            Map.of("type", "ref/resource", "uri", "git://{repo}/blob/{revision}/{+path}"),
                            "argument",
                            Map.of("name", variable, "value", ""),
                            "context",
                            Map.of("arguments", Map.of("repo", "hostile")))));
        }
        return requests;
    }

    /** As CVE-2025-68145, but later: what was inside when somebody subscribed may lead outside by now. */
    @Test
    void whoIsSubscribedHearsNothingOnceTheRepositoryLeadsOutside() throws IOException, InterruptedException {
        TestRepository repository = TestRepository.create(Files.createDirectories(base.resolve("allowed/app")))
                .file("a", "1")
                .commit("First");
        Path config = repository.dotGit().resolve("config");
        String harmless = Files.readString(config);
        try (StdioWire wire =
                StdioWire.start(GitServer.class, base.resolve("allowed").toString())) {
            wire.ask(Rpc.initialize(Rpc.LEGACY, Map.of())).result();
            wire.ask(Rpc.legacy("resources/subscribe", Map.of("uri", "git://app/status")))
                    .result();
            Files.writeString(config, harmless + "[core]\n\tworktree = /etc\n");
            repository.branch("unheard");
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(wire.server().silent()).isTrue();
            Files.writeString(config, harmless);
            assertThat(Reply.at(wire.unasked(), "params", "uri")).isEqualTo("git://app/status");
        }
    }
}
