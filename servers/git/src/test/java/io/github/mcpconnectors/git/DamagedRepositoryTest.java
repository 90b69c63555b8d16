package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes changed by chance in every part of a repository: each read tool answers, or says in a sentence that it cannot. */
@Timeout(300)
class DamagedRepositoryTest extends ServedRepository {

    private static final int TRIES = 40;

    private List<McpSchema.Tool> readers = List.of();

    private void history() {
        GitProgram git = GitProgram.in(repository.folder());
        for (int i = 0; i < 4; i++) {
            repository
                    .file("a.txt", "line\n".repeat(i + 1))
                    .file("dir/b" + i + ".txt", "b\n")
                    .commit("Commit " + i);
        }
        git.run("tag", "-a", "-m", "tag", "v1");
        git.run("branch", "side", "HEAD~1");
        readers = client.sdk().listTools().tools().stream()
                .filter(tool -> Boolean.TRUE.equals(tool.annotations().readOnlyHint()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/index", ".git/HEAD", ".git/config", ".git/logs/HEAD"})
    void aFileChangedByChanceIsNoInternalError(String name) throws IOException {
        history();
        damage(repository.folder().resolve(name), new Random(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void objectsAndRefsChangedByChanceAreNoInternalError(boolean packed) throws IOException {
        history();
        GitProgram git = GitProgram.in(repository.folder());
        Random random = new Random(2);
        if (packed) {
            git.run("gc", "-q");
            damage(repository.dotGit().resolve("packed-refs"), random);
        }
        try (Stream<Path> files = Files.walk(repository.dotGit().resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                file.toFile().setWritable(true);
                damage(file, random, packed ? TRIES : 3);
            }
        }
        damage(repository.dotGit().resolve("HEAD"), random);
    }

    /** Rebuilt with a right checksum, so that the damage is met by the parser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIRC\0\0\0\2\u007f\u00ff\u00ff\u00ff",
                "DIRC\0\0\0\4\0\0\0\1",
                "DIRC\0\0\0\2\0\0\0\0link\u00ff\u00ff\u00ff\u00ff"
            })
    void anIndexThatPromisesTooMuchIsRefused(String head) throws IOException {
        history();
        byte[] index = (head + "\0".repeat(40)).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(repository.dotGit().resolve("index"), index);
        assertThat(refused("git_status")).contains("index");
        assertThat(refused("git_diff_staged")).contains("index");
    }

    private void damage(Path file, Random random) throws IOException {
        damage(file, random, TRIES);
    }

    private void damage(Path file, Random random, int tries) throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < tries; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(3); n >= 0 && bad.length > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            boolean cut = random.nextInt(5) == 0;
            Files.write(file, cut ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length + 1)) : bad);
            askEverything(file + ", try " + i);
        }
        Files.write(file, good);
    }

    private void askEverything(String what) {
        for (McpSchema.Tool tool : readers) {
            List<Object> arguments = new ArrayList<>();
            required(tool).forEach((name, value) -> arguments.addAll(List.of(name, value)));
            assertThat(any(tool.name(), arguments.toArray()).text())
                    .as("%s with a damaged %s", tool.name(), what)
                    .doesNotContainIgnoringCase("internal error");
        }
    }

    private static Map<String, Object> required(McpSchema.Tool tool) {
        Map<String, Object> required = new LinkedHashMap<>();
        Map<?, ?> properties = (Map<?, ?>) tool.inputSchema().get("properties");
        for (Object name : (List<?>) tool.inputSchema().getOrDefault("required", List.of())) {
            boolean list = "array".equals(((Map<?, ?>) properties.get(name)).get("type"));
            String value = String.valueOf(name).contains("path") ? "a.txt" : "HEAD";
            required.put(String.valueOf(name), list ? List.of(value) : value);
        }
        return required;
    }
}
