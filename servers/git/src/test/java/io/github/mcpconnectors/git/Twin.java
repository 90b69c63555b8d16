package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository twice: the server changes one, the git program the other, and they have to stay the same. */
final class Twin {

    private final Path ours;
    private final Path theirs;

    private Twin(Path ours, Path theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    static Twin of(Path ours) {
        Path theirs = ours.resolveSibling(ours.getFileName() + "-git");
        GitProgram.in(ours.getParent());
        copy(ours, theirs);
        // Otherwise git takes every file of the copy for another and writes it anew.
        new GitProgram(theirs).ask("update-index", "-q", "--refresh");
        return new Twin(ours, theirs);
    }

    private static void copy(Path from, Path to) {
        try {
            Process process = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    GitProgram git() {
        return new GitProgram(theirs);
    }

    void agree() {
        assertThat(files(ours)).as("files").isEqualTo(files(theirs));
        assertThat(state(ours)).isEqualTo(state(theirs));
    }

    void agreeOn(String file) {
        assertThat(files(ours))
                .containsEntry(file, Objects.requireNonNull(files(theirs).get(file)));
    }

    /** Index, status, refs and what is checked out; commits are made at another time, so only what is in them. */
    private static String state(Path folder) {
        GitProgram git = new GitProgram(folder);
        return String.join(
                "\n",
                git.run("ls-files", "--stage"),
                git.run("status", "--porcelain", "--ignored"),
                git.run("for-each-ref", "--format=%(refname) %(objecttype) %(upstream)"),
                git.ask("symbolic-ref", "-q", "HEAD").out(),
                git.ask("log", "--format=%T %an %ae%n%B", "--all", "HEAD").out(),
                git.ask("rev-parse", "-q", "--verify", "MERGE_HEAD").out());
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(file -> !file.startsWith(folder.resolve(".git"))).toList()) {
                found.put(folder.relativize(file).toString(), content(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        return Files.isRegularFile(file)
                ? Files.isExecutable(file) + " " + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                : "directory";
    }
}
