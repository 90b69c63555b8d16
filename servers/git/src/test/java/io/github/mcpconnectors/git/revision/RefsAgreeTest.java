package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names lead to the refs and commits that the git program means. */
class RefsAgreeTest {

    @TempDir
    private static Path parent;

    private static SampleRepository sample;
    private static Revisions revisions;

    @BeforeAll
    static void makeRepository() throws IOException {
        assumeTrue(GitProgram.isInstalled());
        sample = new SampleRepository(parent);
        revisions = sample.revisions();
    }

    @AfterAll
    static void closeRepository() {
        if (sample != null) {
            sample.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "push.default=current",
                "push.default=upstream",
                "push.default=tracking",
                "push.default=simple",
                "push.default=nothing",
                "push.default=matching",
                "remote.origin.push=refs/heads/left:refs/heads/renamed",
                "remote.origin.push=refs/heads/*:refs/heads/*",
                "remote.origin.push=refs/heads/side:refs/heads/side",
                "remote.origin.push=HEAD",
                "branch.left.pushRemote=fork",
                "remote.pushDefault=fork",
                "branch.left.remote=fork",
                "branch.left.remote=.",
                "branch.left.merge=refs/heads/none",
                "remote.origin.mirror=true",
                "remote.origin.fetch=^refs/heads/renamed"
            })
    void aBranchIsPushedToTheSamePlace(String setting) throws IOException {
        Path config = sample.directory.resolve(".git/config");
        String before = Files.readString(config);
        sample.git.run("config", "remote.fork.fetch", "+refs/heads/*:refs/remotes/fork/*");
        sample.git.run("config", "remote.fork.url", "../fork.git");
        sample.git.run("update-ref", "refs/remotes/fork/left", "left");
        sample.git.run("update-ref", "refs/remotes/fork/renamed", "left~1");
        String[] parts = setting.split("=", 2);
        sample.git.run("config", parts[0].endsWith("fetch") ? "--add" : "--replace-all", parts[0], parts[1]);
        try {
            for (String revision : List.of("left@{push}", "left@{u}", "main@{push}", "side@{push}", "right@{push}")) {
                GitProgram.Answer theirs = sample.git.ask("rev-parse", "--symbolic-full-name", revision);
                assertThat(nameOrNothing(revision)).as(revision).isEqualTo(theirs.exit() == 0 ? theirs.out() : "");
            }
        } finally {
            Files.writeString(config, before);
        }
    }

    private static String nameOrNothing(String revision) {
        try {
            return revisions.ref(revision).orElseThrow().getName();
        } catch (ToolException e) {
            return "";
        }
    }

    @Test
    void aRefIsNamedWithoutItsCommit() {
        assertThat(revisions.ref("main")).get().extracting("name").isEqualTo("refs/heads/main");
        assertThat(revisions.ref("@{-1}")).get().extracting("name").isEqualTo("refs/heads/yours");
        assertThat(revisions.ref("left@{u}")).get().extracting("name").isEqualTo("refs/remotes/origin/renamed");
        assertThat(revisions.ref("@{-1}@{0}")).isEmpty();
        assertThat(revisions.ref("main~1")).isEmpty();
        assertThat(revisions.ref(revisions.commit("main").name())).isEmpty();
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> revisions.ref("main@{1}@{u}"));
        assertThat(revisions.ref("nothing")).isEmpty();
    }

    @Test
    void everyIdIsFoundByItsFirstDigits() {
        for (String id : sample.git.run("rev-list", "--all").split("\n", -1)) {
            String shortest = sample.git.run("rev-parse", "--short=4", id);
            assertThat(revisions.commit(shortest).name()).isEqualTo(id);
            assertThat(revisions.commit(id.toUpperCase(Locale.ROOT)).name()).isEqualTo(id);
        }
    }

    @Test
    void findsWhatDescribeSays() {
        String described = sample.git.run("describe", "--long", "main");
        assertThat(described).contains("-g");
        assertThat(revisions.commit(described).name()).isEqualTo(sample.git.run("rev-parse", "main"));
    }
}
