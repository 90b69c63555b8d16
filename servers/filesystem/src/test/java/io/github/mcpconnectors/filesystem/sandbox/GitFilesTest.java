package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.filesystem.sandbox.Playground.text;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that may be read but not written. */
final class GitFilesTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git",
                ".git/config",
                ".git/hooks/pre-commit",
                ".GIT/config",
                ".Git/x",
                "sub/.git/config",
                "git~1/config",
                "GIT~1",
                ".git./config",
                ".git /config",
                ".git::$INDEX_ALLOCATION/config",
                ".g\u200cit/config",
                ".git\u200f/config",
                "\ufeff.git/config",
                "a/../.git/config",
                "alias/config",
                "sub/linked/config"
            })
    void gitsOwnFilesAreNotWrittenInAnyDisguise(String asked) throws IOException {
        ground.file(".git/config", "safe");
        ground.directory("sub/.git");
        ground.link("alias", ground.root.resolve(".git"));
        ground.link("sub/linked", Path.of("../alias"));

        refused(DENIED, () -> ground.write(asked, "[filter] clean = evil"));
        refused(DENIED, () -> ground.writer.createDirectories(ground.sandbox.resolve(asked)));
        assertThat(ground.root.resolve(".git/config")).hasContent("safe");
    }

    @Test
    void gitsOwnFilesAreNotReachedByMovingCopyingOrDeleting() throws IOException {
        ground.file("repo/.git/config", "safe");
        ground.file("evil/config", "[filter] clean = evil");
        ground.file("evil.txt", "evil");

        refused(DENIED, () -> move("evil", "new/.git", false));
        refused(DENIED, () -> move("evil", ".git", false));
        refused(DENIED, () -> move("evil.txt", "repo/.git/config", true));
        refused(DENIED, () -> copy("evil.txt", "repo/.git/config", true));
        refused(DENIED, () -> move("repo/.git", "elsewhere", false));
        refused(DENIED, () -> ground.writer.plan(ground.sandbox.resolveEntry("repo/.git"), path -> {}));
        refused(DENIED, () -> ground.writer.plan(ground.sandbox.resolveEntry("repo"), path -> {}));
        assertThat(ground.root.resolve("repo/.git/config")).hasContent("safe");
    }

    @Test
    void aLinkCalledGitIsNoWayInEither() throws IOException {
        ground.file("store/config", "safe");
        ground.link(".git", Path.of("store"));

        refused(DENIED, () -> ground.write(".git/config", "evil"));
        assertThat(ground.root.resolve("store/config")).hasContent("safe");
    }

    @Test
    void gitsOwnFilesCanBeReadAndWithPermissionWritten() throws IOException {
        ground.file(".git/config", "config");
        ground.file(".gitignore", "");
        Sandbox allowed = new Sandbox(ground.sandbox.roots(), true);

        assertThat(ground.read(".git/config")).isEqualTo("config");
        ground.write(".gitignore", "target");
        ground.write("git.txt", "no git");
        new SandboxWriter(allowed).write(allowed.resolveForWriting(".git/config"), text("changed"));
        assertThat(ground.root.resolve(".git/config")).hasContent("changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202etxt.exe",
                "a\u200bb",
                "\u2066x",
                "a\u00adb",
                "a\u2028b",
                "new/\u200ed/x",
                "tag\udb40\udc41"
            })
    void newNamesThatDeceiveAreRefused(String asked) throws IOException {
        refused(INVALID, () -> ground.sandbox.resolveForWriting(asked));
        refused(INVALID, () -> ground.sandbox.resolveEntryForWriting(asked));

        // What is there already can be read, changed and renamed to something better.
        ground.file(asked, "there");
        assertThat(ground.read(asked)).isEqualTo("there");
        ground.write(asked, "changed");
    }

    private void copy(String from, String to, boolean overwrite) {
        ground.writer.copy(ground.sandbox.resolve(from), ground.sandbox.resolveForWriting(to), overwrite);
    }

    private void move(String from, String to, boolean overwrite) {
        ground.writer.move(
                ground.sandbox.resolveEntryForWriting(from), ground.sandbox.resolveEntryForWriting(to), overwrite);
    }
}
