package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.git.QuietCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** A repository made with the git program: merges, tags of all kinds, reflogs, upstreams, a conflict, Unicode names. */
final class SampleRepository implements AutoCloseable {

    /** The time of the first commit; each next one is an hour later. */
    static final long BEGIN = 1_700_000_000;

    static final long HOUR = 3600;

    /** Some time after the last commit. */
    static final Instant NOW = Instant.ofEpochSecond(BEGIN + 30 * 24 * HOUR);

    final Path directory;
    final GitProgram git;
    final Repository repository;
    private long time = BEGIN;

    SampleRepository(Path parent) throws IOException {
        directory = Files.createDirectory(parent.resolve("work"));
        git = new GitProgram(directory).set("GIT_TEST_DATE_NOW", Long.toString(NOW.getEpochSecond()));
        FS.DETECTED.setUserHome(parent.toFile());
        new GitProgram(parent).run("init", "--quiet", "--bare", "--initial-branch=main", "origin.git");
        git.run("init", "--quiet", "--initial-branch=main");
        git.run("remote", "add", "origin", "../origin.git");
        history();
        tags();
        remotes();
        conflict();
        repository = new FileRepositoryBuilder()
                .setGitDir(directory.resolve(".git").toFile())
                .setWorkTree(directory.toFile())
                .build();
    }

    Revisions revisions() {
        return new Revisions(repository, new DatePhrases(Clock.fixed(NOW, ZoneOffset.UTC)), new QuietCall());
    }

    private void commit(String message) throws IOException {
        tick();
        Files.writeString(directory.resolve("log.txt"), message + "\n");
        git.run("add", "--all");
        git.run("commit", "--quiet", "--allow-empty", "-m", message);
    }

    private void tick() {
        git.at(time);
        time += HOUR;
    }

    private void run(String... arguments) {
        tick();
        git.run(arguments);
    }

    private void history() throws IOException {
        Files.createDirectories(directory.resolve("src/deep"));
        Files.writeString(directory.resolve("src/deep/näme with blank.txt"), "deep\n");
        Files.writeString(directory.resolve("src/lib.c"), "int a;\n");
        Files.writeString(directory.resolve("read.me"), "read\n");
        commit("Begin");
        commit("Fix the nasty bug\n\nIt was {nasty}: a..b");
        run("checkout", "--quiet", "-b", "side");
        commit("Work on the side");
        run("branch", "grüße/日本語-🚀");
        run("checkout", "--quiet", "main");
        commit("Go on");
        run("merge", "--quiet", "--no-edit", "-s", "ours", "side");
        commit("!bang at the start");
        // two merge bases between these
        run("checkout", "--quiet", "-b", "left");
        commit("Left");
        run("checkout", "--quiet", "-b", "right", "main");
        commit("Right");
        run("merge", "--quiet", "--no-edit", "-s", "ours", "left");
        run("checkout", "--quiet", "left");
        run("merge", "--quiet", "--no-edit", "-s", "ours", "right^1");
        commit("Left again");
        run("checkout", "--quiet", "--orphan", "alone");
        commit("Nothing before this");
        run("checkout", "--quiet", "main~1");
        run("checkout", "--quiet", "main");
        commit("Fix another bug");
    }

    private void tags() {
        run("tag", "light", "main~2");
        run("tag", "-m", "annotated", "v1.0", "main~3");
        run("tag", "-m", "of a tag", "outer", "v1.0");
        run("tag", "of-tree", "main^{tree}");
        run("tag", "-m", "of a file", "of-file", "main:read.me");
        // names that mean two things
        run("branch", "light", "main~1");
        run("branch", "abcd", "main~1");
    }

    private void remotes() {
        run("push", "--quiet", "origin", "main~1:refs/heads/main", "side", "left:refs/heads/renamed");
        run("fetch", "--quiet");
        run("remote", "set-head", "origin", "main");
        run("branch", "--quiet", "--set-upstream-to=origin/main", "main");
        run("branch", "--quiet", "--set-upstream-to=origin/renamed", "left");
        run("branch", "--quiet", "--set-upstream-to=main", "right");
    }

    /** Leaves the index with three stages of a file. */
    private void conflict() throws IOException {
        run("checkout", "--quiet", "-b", "mine");
        Files.writeString(directory.resolve("read.me"), "mine\n");
        commit("Mine");
        run("checkout", "--quiet", "-b", "yours", "main");
        Files.writeString(directory.resolve("read.me"), "yours\n");
        commit("Yours");
        run("checkout", "--quiet", "mine");
        tick();
        git.ask("merge", "--no-edit", "yours");
    }

    @Override
    public void close() {
        repository.close();
    }
}
