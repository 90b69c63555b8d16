package io.github.mcpconnectors.filesystem;

import static io.github.mcpconnectors.filesystem.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void readsByAbsoluteAndByRelativePath() throws IOException {
        Path file = ground.file("a/b/c.txt", "hello");

        assertThat(ground.read("a/b/c.txt")).isEqualTo("hello");
        assertThat(ground.read(file.toString())).isEqualTo("hello");
        assertThat(ground.read("a//b/./c.txt")).isEqualTo("hello");
        assertThat(ground.read("a/x/../b/c.txt")).isEqualTo("hello");
    }

    @Test
    void theRootItselfCanBeNamed() throws IOException {
        ground.file("a.txt", "");

        for (String asked : List.of(".", "./", ground.root.toString(), ground.root + "/", "a/..")) {
            Place place = ground.sandbox.resolve(asked);
            assertThat(place.isRoot()).isTrue();
            assertThat(ground.sandbox.stat(place).isDirectory()).isTrue();
            assertThat(ground.sandbox.resolveEntry(asked)).isEqualTo(place);
        }
        assertThat(refused(INVALID, () -> ground.read("."))).contains("is a directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", "../", "../outside/secret.txt", "a/../../outside/secret.txt", "./../outside",
                        "a/b/../../../outside",
                "/", "/etc/passwd", "//etc/passwd", "/../etc/passwd", "../root-evil", "../root/../outside/secret.txt",
                "...//../../outside"
            })
    void refusesWhatIsNotBelowTheRoot(String asked) throws IOException {
        ground.file("a/b/c.txt", "");

        String message = refused(DENIED, () -> ground.sandbox.resolve(asked));
        assertThat(message)
                .isEqualTo("Access denied - path outside allowed directories: " + asked + " not in " + ground.root);
        refused(DENIED, () -> ground.sandbox.resolveEntry(asked));
        refused(DENIED, () -> ground.sandbox.resolveForWriting(asked));
    }

    @Test
    void doesNotTellWhetherAPathOutsideExists() {
        String there = refused(DENIED, () -> ground.read(ground.outside + "/secret.txt"));
        String absent = refused(DENIED, () -> ground.read(ground.outside + "/absent.txt"));

        assertThat(there.replace("secret", "absent")).isEqualTo(absent);
    }

    @Test
    void cve202553110ADirectoryWhoseNameBeginsLikeTheRootsIsOutside() throws IOException {
        Path evil = Files.createDirectory(ground.root.resolveSibling("root-evil"));
        Files.writeString(evil.resolve("secret.txt"), Playground.SECRET);

        refused(DENIED, () -> ground.read(evil + "/secret.txt"));
        refused(DENIED, () -> ground.write(evil + "/new.txt", "x"));
        refused(DENIED, () -> ground.read("../root-evil/secret.txt"));
        assertThat(evil.toFile().list()).containsExactly("secret.txt");
    }

    @Test
    void cve202553109ALinkToAFileOutsideIsNeitherReadNorWritten() throws IOException {
        Path link = ground.link("link", ground.outside.resolve("secret.txt"));

        String message = refused(DENIED, () -> ground.read("link"));
        refused(DENIED, () -> ground.write("link", "x"));
        refused(DENIED, () -> ground.write(link.toString(), "x"));

        assertThat(message).doesNotContain("secret").doesNotContain(ground.outside.toString());
        ground.assertOutsideUntouched();
    }

    @Test
    void cve202553109NothingIsReachedOrMadeBelowALinkToADirectoryOutside() throws IOException {
        ground.link("in/link", ground.outside);

        refused(DENIED, () -> ground.read("in/link/secret.txt"));
        refused(DENIED, () -> ground.write("in/link/new.txt", "x"));
        refused(DENIED, () -> ground.writer.createDirectories(ground.sandbox.resolveForWriting("in/link/new/deep")));
        refused(DENIED, () -> ground.sandbox.directory(ground.sandbox.resolve("in/link")));
        refused(DENIED, () -> ground.sandbox.resolveEntry("in/link/secret.txt"));
        ground.assertOutsideUntouched();
    }

    @Test
    void cve202553109ADanglingLinkToTheOutsideCreatesNothingThere() throws IOException {
        ground.link("dangling", ground.outside.resolve("new.txt"));
        ground.link("deep", ground.outside.resolve("no/such/place"));
        ground.link("climbing", Path.of("missing/../../outside/new.txt"));

        for (String asked : List.of("dangling", "deep", "deep/below", "climbing")) {
            refused(DENIED, () -> ground.read(asked));
            refused(DENIED, () -> ground.write(asked, "x"));
        }
        ground.assertOutsideUntouched();
    }

    @Test
    void cve202553109AChainOfLinksIsFollowedToItsEnd() throws IOException {
        ground.link("one", Path.of("two"));
        ground.link("two", Path.of("sub/three"));
        ground.link("sub/three", ground.outside.resolve("secret.txt"));
        ground.link("good", Path.of("better"));
        ground.link("better", ground.file("sub/target.txt", "fine"));

        refused(DENIED, () -> ground.read("one"));
        refused(DENIED, () -> ground.write("one", "x"));
        assertThat(ground.read("good")).isEqualTo("fine");
        ground.assertOutsideUntouched();
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        ground.link("a", Path.of("b"));
        ground.link("b", Path.of("a"));

        refused(DENIED, () -> ground.read("a"));
        refused(DENIED, () -> ground.write("a/x", "x"));
    }

    @Test
    void linksThatStayInsideAreFollowed() throws IOException {
        ground.file("real/a.txt", "through");
        ground.link("dir", ground.root.resolve("real"));
        ground.link("upwards", Path.of("dir/../real/a.txt"));
        ground.link("new", Path.of("real/new.txt"));

        assertThat(ground.read("dir/a.txt")).isEqualTo("through");
        assertThat(ground.read("upwards")).isEqualTo("through");
        assertThat(ground.sandbox.resolve("dir/a.txt").shown()).isEqualTo(ground.root + "/real/a.txt");
        ground.write("new", "made by the dangling link");
        assertThat(ground.root.resolve("real/new.txt")).hasContent("made by the dangling link");
        assertThat(ground.root.resolve("new")).isSymbolicLink();
    }

    @Test
    void anEntryIsTheLinkAndNotItsTarget() throws IOException {
        ground.link("out", ground.outside.resolve("secret.txt"));
        ground.link("in", ground.file("a.txt", ""));

        Place out = ground.sandbox.resolveEntry("out");
        Place in = ground.sandbox.resolveEntry("in");

        assertThat(ground.sandbox.stat(out).type()).isEqualTo(Entry.Type.SYMLINK);
        assertThat(ground.sandbox.target(out)).isEmpty();
        assertThat(ground.sandbox.target(in)).contains(ground.sandbox.resolve("a.txt"));
        refused(CONFLICT, () -> ground.sandbox.open(out));
        refused(CONFLICT, () -> ground.sandbox.open(in));
        refused(CONFLICT, () -> ground.sandbox.directory(out));
    }

    @Test
    void whatIsSwappedAfterTheCheckIsRefused() throws IOException {
        Path directory = ground.directory("d");
        ground.file("d/secret.txt", "inside");
        Place place = ground.sandbox.resolve("d/secret.txt");
        Files.move(directory, ground.root.resolve("moved"));
        Files.createSymbolicLink(directory, ground.outside);

        // What checking the path and then opening it would have given:
        assertThat(Files.readString(place.path())).isEqualTo(Playground.SECRET);
        refused(CONFLICT, () -> ground.sandbox.open(place));
        refused(CONFLICT, () -> ground.sandbox.stat(place));
        refused(CONFLICT, () -> ground.sandbox.directory(place.parent()));
        refused(CONFLICT, () -> ground.writer.write(place, Playground.text("x")));
        refused(CONFLICT, () -> ground.writer.create(place.parent().child("new"), Playground.text("x")));
        refused(CONFLICT, () -> ground.writer.plan(place, path -> {}));
        ground.assertOutsideUntouched();
    }

    @Test
    void anOpenDirectoryStaysTheSameWhateverItsPathLeadsTo() throws IOException {
        Path directory = ground.directory("d");
        ground.file("d/secret.txt", "inside");
        try (Directory open = ground.sandbox.directory(ground.sandbox.resolve("d"))) {
            Files.move(directory, ground.root.resolve("moved"));
            Files.createSymbolicLink(directory, ground.outside);

            open.makeDirectory("made");
            new AtomicWrite(open, "secret.txt", Playground.text("written")).replace();
            open.deleteDirectory("made");
        }
        assertThat(ground.root.resolve("moved/secret.txt")).hasContent("written");
        ground.assertOutsideUntouched();
    }

    @Test
    void rootsThatAreLinksAreAcceptedInBothSpellings() throws IOException {
        ground.file("a/b.txt", "linked");
        Path alias = Files.createSymbolicLink(disk.resolve("alias"), ground.root);
        Sandbox sandbox = new Sandbox(Roots.open(List.of(alias.toString()), warning -> {}), false);

        assertThat(Playground.read(sandbox, alias + "/a/b.txt")).isEqualTo("linked");
        assertThat(Playground.read(sandbox, ground.root + "/a/b.txt")).isEqualTo("linked");
        assertThat(sandbox.resolve("a/b.txt").shown()).isEqualTo(alias + "/a/b.txt");

        // Pointing the link elsewhere later does not move the root.
        Files.delete(alias);
        Files.createSymbolicLink(alias, ground.outside);
        assertThat(Playground.read(sandbox, alias + "/a/b.txt")).isEqualTo("linked");
        assertThat(refused(NOT_FOUND, () -> Playground.read(sandbox, alias + "/secret.txt")))
                .doesNotContain(Playground.SECRET);
    }

    @Test
    void ofNestedRootsTheInnermostWins() throws IOException {
        Path inner = ground.directory("a/inner");
        ground.file("a/inner/x.txt", "x");
        Root outerRoot = new Root(ground.root, ground.root);
        Root innerRoot = new Root(inner, inner);
        Sandbox sandbox = new Sandbox(List.of(outerRoot, innerRoot), false);

        assertThat(sandbox.resolve(inner + "/x.txt").root()).isEqualTo(innerRoot);
        assertThat(sandbox.resolve(ground.root + "/a").root()).isEqualTo(outerRoot);
        assertThat(Playground.read(sandbox, inner + "/x.txt")).isEqualTo("x");
        assertThat(sandbox.stat(sandbox.resolve(inner.toString())).isDirectory())
                .isTrue();
    }

    @Test
    void aNestedRootThatIsSwappedForALinkIsRefused() throws IOException {
        Path inner = ground.directory("a/inner");
        ground.file("a/inner/secret.txt", "inside");
        Sandbox sandbox = new Sandbox(List.of(new Root(ground.root, ground.root), new Root(inner, inner)), false);
        Place place = sandbox.resolve(inner + "/secret.txt");
        Files.move(inner, ground.root.resolve("moved"));
        Files.createSymbolicLink(inner, ground.outside);

        refused(CONFLICT, () -> sandbox.open(place));
        refused(DENIED, () -> sandbox.resolve(inner + "/secret.txt"));
    }

    @Test
    void theWholeDiskCanBeARoot() throws IOException {
        Path file = ground.file("a.txt", "anywhere");
        Sandbox sandbox = new Sandbox(Roots.open(List.of("/"), warning -> {}), false);

        assertThat(Playground.read(sandbox, file.toString())).isEqualTo("anywhere");
        assertThat(sandbox.resolve("/").isRoot()).isTrue();
        assertThat(sandbox.resolve("/../..").isRoot()).isTrue();
        assertThat(sandbox.stat(sandbox.resolve("/")).isDirectory()).isTrue();
    }

    @Test
    void aRootThatIsRemovedLaterIsTold() throws IOException {
        Files.delete(ground.root);

        assertThat(refused(NOT_FOUND, () -> ground.sandbox.directory(ground.sandbox.resolve("."))))
                .contains("has been removed");
        refused(NOT_FOUND, () -> ground.read("a.txt"));
        refused(NOT_FOUND, () -> ground.write("a.txt", "x"));
    }

    @Test
    void withoutRootsEverythingSaysHowToAddOne() {
        Sandbox none = new Sandbox(List.of(), false);

        assertThat(refused(DENIED, () -> none.resolve("/tmp"))).startsWith("No directory is allowed. Add one");
        refused(DENIED, () -> none.resolveEntry("x"));
        refused(DENIED, () -> none.resolveForWriting("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\0.txt",
                "a\nb",
                "\u001b[31m",
                "C:\\Users\\x",
                "c:/Users/x",
                "\\\\server\\share",
                "\\\\?\\C:\\x",
                "~",
                "~/x",
                "a\u0085b"
            })
    void refusesStringsThatAreNoPath(String asked) {
        refused(INVALID, () -> ground.sandbox.resolve(asked));
        refused(INVALID, () -> ground.sandbox.resolveEntry(asked));
        refused(INVALID, () -> ground.sandbox.resolveForWriting(asked));
    }

    @Test
    void refusesWhatIsTooLong() {
        refused(INVALID, () -> ground.sandbox.resolve("a/".repeat(2049)));
        refused(INVALID, () -> ground.sandbox.resolve("a".repeat(256)));
        refused(INVALID, () -> ground.sandbox.resolve("é".repeat(128)));
    }

    @Test
    void aMissingFileComesWithTheNearestName() throws IOException {
        ground.file("music/Track.txt", "");

        assertThat(refused(NOT_FOUND, () -> ground.read("music/track.txt")))
                .isEqualTo("No such file or directory: " + ground.root + "/music/track.txt. Did you mean Track.txt?");
        assertThat(refused(NOT_FOUND, () -> ground.read("musik/Track.txt")))
                .endsWith("Did you mean music in " + ground.root + "?");
        assertThat(refused(NOT_FOUND, () -> ground.read("music/other/deep/down.txt")))
                .endsWith("The nearest directory that exists is " + ground.root + "/music.");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        ground.file("a.txt", "");

        refused(INVALID, () -> ground.sandbox.directory(ground.sandbox.resolve("a.txt")));
        refused(INVALID, () -> ground.read("a.txt/below"));
        refused(INVALID, () -> ground.write("a.txt/below", "x"));
        refused(INVALID, () -> ground.writer.createDirectories(ground.sandbox.resolve("a.txt/below")));
    }

    @Test
    void aNameInTheOtherUnicodeFormIsFound() throws IOException {
        String decomposed = Normalizer.normalize("Zoë/café.txt", Normalizer.Form.NFD);
        ground.file(decomposed, "accent");

        assertThat(ground.read("Zoë/café.txt")).isEqualTo("accent");
        assertThat(ground.read(decomposed)).isEqualTo("accent");
        assertThat(ground.sandbox.resolveEntry("Zoë/café.txt").relative()).hasToString(decomposed);
        ground.write("Zoë/café.txt", "same file");
        assertThat(ground.root.resolve(decomposed)).hasContent("same file");
        assertThat(ground.sandbox.resolve("Zoë/naïve.txt").name()).isEqualTo("naïve.txt");
    }

    @Test
    void aNameThatFitsSeveralUnicodeFormsIsAmbiguous() throws IOException {
        // Vietnamese ệ: two marks, so three spellings.
        ground.file("e\u0323\u0302", "");
        ground.file("\u1eb9\u0302", "");

        assertThat(refused(INVALID, () -> ground.read("\u1ec7"))).contains("any of 2 names");
        assertThat(ground.read("\u1eb9\u0302")).isEmpty();
    }

    @Test
    void aPipeIsRefusedBeforeItCouldBlock() throws Exception {
        Path pipe = ground.root.resolve("pipe");
        int exit = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assumeFalse(exit != 0, "no mkfifo here");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(refused(INVALID, () -> ground.read("pipe"))).contains("pipe, socket or device");
            refused(INVALID, () -> ground.sandbox.directory(ground.sandbox.resolve("pipe")));
            refused(INVALID, () -> ground.write("pipe", "x"));
        });
        assertThat(ground.sandbox.stat(ground.sandbox.resolve("pipe")).type()).isEqualTo(Entry.Type.OTHER);
    }

    @Test
    void socketsAndDevicesAreRefused() throws IOException {
        Path socket = ground.root.resolve("s");
        ground.link("zero", Path.of("/dev/zero"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            refused(INVALID, () -> ground.read("s"));
        }
        refused(DENIED, () -> ground.read("zero"));
        Sandbox whole = new Sandbox(Roots.open(List.of("/"), warning -> {}), false);
        refused(INVALID, () -> Playground.read(whole, "/dev/zero"));
    }

    @Test
    void anUnreadableDirectoryIsTheSystemsRefusal() throws IOException {
        Path locked = ground.directory("locked");
        ground.file("locked/a.txt", "");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "root may read everything");

        assertThat(refused(DENIED, () -> ground.read("locked/a.txt"))).startsWith("The operating system refuses");
        refused(DENIED, () -> ground.write("locked/b.txt", "x"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void noHandleStaysOpen() throws IOException {
        ground.file("a/b/c.txt", "");
        Path handles = Path.of("/proc/self/fd");
        assumeFalse(!Files.isDirectory(handles));
        long before = open(handles);

        for (int i = 0; i < 100; i++) {
            ground.read("a/b/c.txt");
            ground.write("a/b/c.txt", "x");
            refused(NOT_FOUND, () -> ground.read("a/b/d.txt"));
            refused(INVALID, () -> ground.read("a/b/c.txt/d"));
            Place made = ground.writer
                    .createDirectories(ground.sandbox.resolve("x/y"))
                    .get(0);
            ground.writer.delete(made, ground.writer.plan(made, path -> {}), path -> {});
        }
        assertThat(open(handles)).isLessThan(before + 50);
    }

    private static long open(Path handles) throws IOException {
        try (Stream<Path> all = Files.list(handles)) {
            return all.count();
        }
    }
}
