package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real git, where it is installed: what we answer has to be what it answers. */
final class GitProgram {

    private static final Path PROGRAM = Path.of("/usr/bin/git");

    private final Path folder;

    private GitProgram(Path folder) {
        this.folder = folder;
    }

    /** Leaves the test out where there is no git. */
    static GitProgram in(Path folder) {
        assumeTrue(Files.isExecutable(PROGRAM), "git is not installed");
        return new GitProgram(folder);
    }

    /** For what fails on the way to what is tested. */
    void attempt(String... arguments) {
        assertThat(exitCode(new StringBuilder(), arguments)).isNotNegative();
    }

    /** Its standard output without the last line end, as the reference server takes it. */
    String run(String... arguments) {
        StringBuilder out = new StringBuilder();
        assertThat(exitCode(out, arguments))
                .as("git %s", String.join(" ", arguments))
                .isBetween(0, 1);
        return !out.isEmpty() && out.charAt(out.length() - 1) == '\n'
                ? out.substring(0, out.length() - 1)
                : out.toString();
    }

    private int exitCode(StringBuilder out, String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("LC_ALL", "C.UTF-8", "GIT_CONFIG_NOSYSTEM", "1", "PATH", "/usr/bin:/bin", "TZ", "UTC"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            out.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
