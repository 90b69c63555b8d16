package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.HttpRemote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A repository whose config wants the network to be used in ways of its own. */
class HostileRemoteConfigTest extends ServedRemote {

    @Test
    void sendsNothingThatTheConfigAddsAndLeavesNoCheckOut() throws IOException {
        TestRepository mine = cloned();
        Path cookies =
                Files.writeString(base.resolve("cookies"), "127.0.0.1\tFALSE\t/\tFALSE\t9999999999\tsid\tSTOLEN\n");
        mine.config("[http]\n\textraHeader = X-Leak: STOLEN\n\tcookieFile = " + cookies
                + "\n\tsaveCookies = true\n\tproxy = http://127.0.0.1:1\n\tuserAgent = STOLEN\n\tsslVerify = false\n"
                + "[http \"" + remote.url() + "\"]\n\textraHeader = X-Leak: STOLEN\n"
                + "[fetch]\n\tfsckObjects = false\n[transfer]\n\tfsckObjects = false\n");
        origin.file("a.txt", "two\n").commit("Second");
        ok("git_fetch");
        assertThat(remote.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request).doesNotContain("STOLEN", "X-Leak", "Cookie"));
        assertThat(cookies).hasContent("127.0.0.1\tFALSE\t/\tFALSE\t9999999999\tsid\tSTOLEN\n");
    }

    @Test
    void judgesUrlsAsTheConfigRewritesThem() {
        TestRepository mine = cloned();
        try (HttpRemote other = HttpRemote.of(origin.folder())) {
            mine.config("[url \"http://" + other.place() + "/\"]\n\tinsteadOf = http://" + remote.place() + "/\n");
            assertThat(refused("git_fetch")).contains("may not connect to http://" + other.place());
            assertThat(refused("git_push")).contains("may not connect to");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void judgesWhereIsPushedTo() {
        TestRepository mine = cloned();
        try (HttpRemote other = HttpRemote.of(origin.folder())) {
            mine.config("[url \"http://" + other.place() + "/\"]\n\tpushInsteadOf = http://" + remote.place() + "/\n");
            ok("git_fetch");
            assertThat(refused("git_push")).contains("may not connect to");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void runsNothingForARemote() {
        TestRepository mine = cloned();
        Path marker = base.resolve("marker");
        mine.config("[remote \"evil\"]\n\turl = " + origin.folder() + "\n\tuploadpack = touch " + marker
                + "; git-upload-pack\n"
                + "\treceivepack = touch " + marker + "\n\tvcs = evil\n"
                + "[remote \"ext\"]\n\turl = ext::touch% " + marker + "\n"
                + "[remote \"option\"]\n\turl = --upload-pack=touch " + marker + "\n"
                + "[remote \"git\"]\n\turl = git://" + remote.place() + "/repo.git\n"
                + "[remote \"http\"]\n\turl = http://localhost/repo.git\n"
                + "[remote \"file\"]\n\turl = file://" + origin.folder() + "\n");
        for (String name : new String[] {"evil", "ext", "option", "git", "http", "file"}) {
            refused("git_fetch", "remote", name);
            refused("git_push", "remote", name);
        }
        assertThat(marker).doesNotExist();
    }

    @Test
    void goesNowhereForSubmodules() {
        try (HttpRemote other = HttpRemote.of(origin.folder())) {
            TestRepository mine = cloned();
            origin.file(".gitmodules", "[submodule \"s\"]\n\tpath = s\n\turl = " + other.url() + "\n")
                    .stage();
            GitProgram git = git(origin.folder());
            git.run("update-index", "--add", "--cacheinfo", "160000," + origin.head() + ",s");
            git.run("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "Submodule");
            mine.config("[fetch]\n\trecurseSubmodules = true\n[submodule]\n\trecurse = true\n"
                    + "[submodule \"s\"]\n\tactive = true\n\turl = " + other.url() + "\n");
            ok("git_pull", "repo_path", mine.folder().toString());
            ok("git_clone", "url", remote.url(), "directory", "fresh");
            assertThat(git(root.resolve("fresh")).run("status", "--porcelain")).isEmpty();
            assertThat(other.requests()).isEmpty();
        }
    }

    /** A mirror's config would overwrite our branches by a mere fetch. */
    @Test
    void fetchesIntoNoBranchOfOurs() {
        TestRepository mine = cloned();
        String before = mine.head();
        origin.file("a.txt", "two\n").commit("Second");
        mine.with(git -> {
            git.getRepository().getConfig().setString("remote", "origin", "fetch", "+refs/heads/*:refs/heads/*");
            git.getRepository().getConfig().save();
        });
        assertThat(refused("git_fetch")).contains("as for a mirror");
        assertThat(mine.head()).isEqualTo(before);
    }

    @Test
    void clonesToNewDirectoriesInsideOnly() throws IOException {
        TestRepository mine = cloned();
        Path outside = base.resolve("outside");
        assertThat(refused("git_clone", "url", remote.url(), "directory", outside.toString()))
                .contains("outside the allowed");
        assertThat(refused("git_clone", "url", remote.url(), "directory", "../outside"))
                .contains("outside the allowed");
        assertThat(refused("git_clone", "url", remote.url(), "directory", "mine"))
                .contains("is there already");
        assertThat(refused("git_clone", "url", remote.url(), "directory", "mine/.git/hooks/x"))
                .contains(".git");
        assertThat(refused("git_clone", "url", remote.url(), "directory", ".ssh"))
                .contains("without a dot");
        Files.createSymbolicLink(root.resolve("link"), base);
        refused("git_clone", "url", remote.url(), "directory", "link/outside");
        assertThat(outside).doesNotExist();
        ok(
                "git_clone",
                "url",
                remote.url(),
                "directory",
                Files.createDirectory(root.resolve("empty")).toString());
        assertThat(left()).containsExactlyInAnyOrder("mine", "link", "empty");
        assertThat(mine.folder().resolve(".git/hooks/x")).doesNotExist();
    }
}
