package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links are followed as long as they stay inside, and what is swapped for one meanwhile is not. */
final class SandboxLinksTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
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
    void aLinkThatLeadsOutsideIsNamedAndItsTargetIsNot() throws IOException {
        Path link = ground.link("in/link", ground.outside);
        ground.link("dangling", ground.outside.resolve("new.txt"));

        for (String asked : List.of("in/link", "in/link/secret.txt", "in/link/absent", "dangling", link.toString())) {
            assertThat(refused(DENIED, () -> ground.sandbox.resolve(asked)))
                    .isEqualTo("Access denied - symlink target outside allowed directories: " + asked);
        }
        assertThat(refused(DENIED, () -> ground.sandbox.resolveEntry("in/link/secret.txt")))
                .contains("symlink target outside");
        assertThat(refused(DENIED, () -> ground.sandbox.resolve("../outside/secret.txt")))
                .contains("path outside allowed directories");
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
    void aNestedRootThatIsSwappedForALinkIsRefused() throws IOException {
        Path inner = ground.directory("a/inner");
        ground.file("a/inner/secret.txt", "inside");
        Sandbox sandbox = new Sandbox(List.of(Root.at(ground.root), Root.at(inner)), false);
        Place place = sandbox.resolve(inner + "/secret.txt");
        Files.move(inner, ground.root.resolve("moved"));
        Files.createSymbolicLink(inner, ground.outside);

        refused(CONFLICT, () -> sandbox.open(place));
        refused(DENIED, () -> sandbox.resolve(inner + "/secret.txt"));
    }
}
