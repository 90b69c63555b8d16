package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as a user starts it. */
class JarIT {

    private static final String JAR = System.getProperty("server.jar");

    @TempDir
    Path folder;

    @Test
    void servesARepository() {
        TestRepository.create(folder).file("a.txt", "hello\n").commit("First");
        try (ServerProcess server = start(folder.toString()).initialize()) {
            assertThat(String.valueOf(server.call("git_show", Map.of("revision", "HEAD"))))
                    .contains("+hello");
            server.endInput();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void tellsItsVersion() {
        try (ServerProcess server = start("--version")) {
            assertThat(server.rest()).singleElement().asString().matches("mcp-git \\d+\\.\\d+.* \\(Java \\d+\\)");
        }
    }

    @Test
    void carriesNoSignaturesOfTheJarsItWasMadeOf() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"))
                    .noneMatch(name -> name.endsWith("module-info.class"));
        }
    }

    private static ServerProcess start(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR));
        command.addAll(List.of(arguments));
        return ServerProcess.start(command, ServerProcess.ENVIRONMENT);
    }
}
