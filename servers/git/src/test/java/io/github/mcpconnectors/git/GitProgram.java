package io.github.mcpconnectors.git;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The git program in one directory, without the settings of whoever runs the test. */
public final class GitProgram {

    /** What it said. */
    public record Answer(int exit, String out) {}

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    public GitProgram(Path directory) {
        this.directory = directory;
        environment.putAll(Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "Ann",
                "GIT_AUTHOR_EMAIL", "ann@example.org",
                "GIT_COMMITTER_NAME", "Ben",
                "GIT_COMMITTER_EMAIL", "ben@example.org",
                "TZ", "UTC",
                "LC_ALL", "C.UTF-8"));
    }

    /** Leaves the test out where there is no git. */
    static GitProgram in(Path directory) {
        assumeTrue(isInstalled(), "git is not installed");
        return new GitProgram(directory);
    }

    public static boolean isInstalled() {
        try {
            return new GitProgram(Path.of(".")).ask("--version").exit() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public GitProgram set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets the dates of commits and reflog entries from now on. */
    public GitProgram at(long epochSecond) {
        return set("GIT_AUTHOR_DATE", epochSecond + " +0000").set("GIT_COMMITTER_DATE", epochSecond + " +0000");
    }

    /** The output of a command that must succeed. */
    public String run(String... arguments) {
        Answer answer = ask(arguments);
        if (answer.exit() != 0) {
            throw new IllegalStateException("git " + Arrays.toString(arguments) + ": " + answer.out());
        }
        return answer.out();
    }

    public Answer ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("git", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().putAll(environment);
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String said = exit == 0 ? out : out + Files.readString(errors);
            Files.delete(errors);
            return new Answer(exit, said.endsWith("\n") ? said.substring(0, said.length() - 1) : said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
