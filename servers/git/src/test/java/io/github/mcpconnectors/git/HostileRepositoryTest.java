package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every tool of the server, with everything allowed that can be, on a repository that was made to harm: nothing of it runs,
 * nothing outside is read or written. Arguments are made from the schemas, so a new tool is tested as it is registered.
 */
@Timeout(300)
class HostileRepositoryTest {

    @TempDir
    Path base;

    /** The chain of CVE-2025-68143, 68144 and 68145, and with it whatever else git-config(1) and githooks(5) can run. */
    @Test
    void runsAndLeaksNothingWhateverToolIsCalled() throws IOException {
        Path allowed = base.resolve("allowed");
        Files.createDirectories(allowed);
        try (WireClient client =
                WireClient.start(GitServer.class, Flags.everythingAnd("--confirm=never", allowed.toString()))) {
            List<McpSchema.Tool> tools = client.sdk().listTools().tools();
            assertThat(tools).isNotEmpty();
            for (McpSchema.Tool tool : tools) {
                Path place = Files.createDirectory(base.resolve(tool.name()));
                HostileRepository hostile = HostileRepository.create(place);
                Path moved = Files.move(hostile.folder(), allowed.resolve(tool.name()));
                attack(client, tool, hostile, moved);
            }
        }
    }

    private static void attack(WireClient client, McpSchema.Tool tool, HostileRepository hostile, Path repository)
            throws IOException {
        boolean readOnly = Boolean.TRUE.equals(tool.annotations().readOnlyHint());
        Map<String, String> before = HostileRepository.contents(repository);
        int answered = 0;
        for (Map<String, Object> arguments : Arguments.of(tool, repository, hostile.outside())) {
            WireClient.Result result = call(client, tool.name(), arguments);
            String all = result.text() + result.structured();
            assertThat(all).as("%s %s", tool.name(), arguments).doesNotContain(HostileRepository.SECRET, "\u001b");
            assertThat(result.text()).as("%s %s", tool.name(), arguments).doesNotContainIgnoringCase("internal error");
            assertThat(hostile.fired()).as("%s %s", tool.name(), arguments).isEmpty();
            answered += result.failed() ? 0 : 1;
        }
        assertThat(hostile.outsideIsUntouched())
                .as("%s writes outside", tool.name())
                .isTrue();
        if (readOnly) {
            assertThat(HostileRepository.contents(repository))
                    .as("%s writes in the repository", tool.name())
                    .isEqualTo(before);
            assertThat(answered)
                    .as("calls of %s that got as far as the repository", tool.name())
                    .isPositive();
        }
    }

    private static WireClient.Result call(WireClient client, String tool, Map<String, Object> arguments) {
        List<Object> namesAndValues = new ArrayList<>();
        arguments.forEach((name, value) -> {
            namesAndValues.add(name);
            namesAndValues.add(value);
        });
        return client.call(tool, namesAndValues.toArray());
    }

    /** The fixture is worth something only if it does fire where nobody takes care. */
    @Test
    void doesFireInTheGitProgramAndInPlainJgit() throws IOException, GitAPIException {
        HostileRepository forGit = HostileRepository.create(Files.createDirectory(base.resolve("git")));
        GitProgram git = GitProgram.in(forGit.folder());
        git.ask("status");
        assertThat(forGit.fired()).contains("config-fsmonitor");
        assertThat(firedBy("status", jgit -> jgit.status().call())).contains("config-clean");
        assertThat(firedBy("add", jgit -> jgit.add().addFilepattern("a.txt").call()))
                .contains("config-clean");
        assertThat(firedBy(
                        "commit",
                        jgit -> jgit.commit().setMessage("x").setSign(false).call()))
                .contains("hookspath-pre-commit", "hookspath-commit-msg", "hookspath-post-commit");
    }

    private List<String> firedBy(String name, TestRepository.Step step) throws IOException, GitAPIException {
        HostileRepository hostile = HostileRepository.create(Files.createDirectory(base.resolve(name)));
        // Plain JGit would wait for them.
        Files.delete(hostile.folder().resolve("package.json"));
        Files.delete(hostile.folder().resolve("pipe"));
        try (Git jgit = Git.open(hostile.folder().toFile())) {
            step.with(jgit);
        }
        return hostile.fired();
    }

    /** Arguments for a tool that we know nothing of but its schema. */
    private static final class Arguments {

        private final McpSchema.Tool tool;
        private final Path repository;
        private final Path outside;

        private Arguments(McpSchema.Tool tool, Path repository, Path outside) {
            this.tool = tool;
            this.repository = repository;
            this.outside = outside;
        }

        /** Harmless ones; then every text replaced by every bad one; then every switch on. */
        static List<Map<String, Object>> of(McpSchema.Tool tool, Path repository, Path outside) {
            Arguments arguments = new Arguments(tool, repository, outside);
            List<Map<String, Object>> all = new ArrayList<>();
            arguments.good().forEach(text -> all.add(arguments.required(text)));
            arguments
                    .properties()
                    .forEach((name, schema) -> arguments.bad().forEach(text -> {
                        Map<String, Object> one = arguments.required("HEAD");
                        one.put(name, arguments.value(name, schema, text));
                        all.add(one);
                    }));
            Map<String, Object> everything = arguments.required("evil");
            arguments.properties().forEach((name, schema) -> {
                if (schema.get("type").equals("boolean")) {
                    everything.put(name, true);
                }
            });
            all.add(everything);
            return all.stream().distinct().toList();
        }

        private List<String> good() {
            return List.of("HEAD", "evil", "main", "a.txt", "dir", "new.txt", "x");
        }

        private List<String> bad() {
            return List.of(
                    "--output=planted",
                    "--output=" + outside.resolve("secret.txt"),
                    "-f",
                    "refs/heads/--output=planted",
                    "refs/tags/--upload-pack=x",
                    "../../outside/secret.txt",
                    outside.resolve("secret.txt").toString(),
                    outside.resolve("private").toString(),
                    "link/secret.txt",
                    "secret-link",
                    "HEAD:secret-link",
                    "sub",
                    "ext::sh -c touch% pwned",
                    "file://" + outside.resolve("private"),
                    "a\u0000b",
                    "a\nb",
                    "x".repeat(5_000),
                    "local",
                    "origin",
                    "option",
                    ".",
                    "*",
                    "");
        }

        private Map<String, Map<?, ?>> properties() {
            Map<String, Map<?, ?>> properties = new LinkedHashMap<>();
            Map<?, ?> declared = (Map<?, ?>) tool.inputSchema().get("properties");
            declared.forEach((name, schema) -> properties.put(String.valueOf(name), (Map<?, ?>) schema));
            return properties;
        }

        private Map<String, Object> required(String text) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            List<?> required = (List<?>) tool.inputSchema().getOrDefault("required", List.of());
            properties().forEach((name, schema) -> {
                if (name.equals("repo_path")) {
                    arguments.put(name, repository.toString());
                } else if (required.contains(name)) {
                    arguments.put(name, value(name, schema, text));
                }
            });
            return arguments;
        }

        private Object value(String name, Map<?, ?> schema, String text) {
            if (schema.get("enum") instanceof List<?> values) {
                return values.get(Math.floorMod(text.hashCode(), values.size()));
            }
            return switch (String.valueOf(schema.get("type"))) {
                case "boolean" -> text.length() % 2 == 0;
                case "integer", "number" -> schema.containsKey("minimum") ? schema.get("minimum") : 1;
                case "array" -> List.of(value(name, (Map<?, ?>) schema.get("items"), text));
                case "object" -> Map.of();
                default -> text;
            };
        }
    }
}
