package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged jar, as a user starts it. */
class JarIT {

    @Test
    void servesADatabase() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("server.jar"),
                TestingPostgres.url(TestingPostgres.READER));
        try (ServerProcess server =
                ServerProcess.start(command, ServerProcess.ENVIRONMENT).initialize()) {
            assertThat(String.valueOf(server.call("query", Map.of("sql", "SELECT count(*) FROM countries"))))
                    .contains("rows=[[4]]");
            server.endInput();
            assertThat(server.exitCode()).isZero();
        }
    }
}
