package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in Latin-1, from an old archive for instance: Java lists them with U+FFFD and cannot open what it lists. */
final class NotUtf8Test {

    private static final String LISTED = "caf\ufffd.txt";

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void fill() throws Exception {
        ground = new Playground(disk);
        Process touch = new ProcessBuilder("sh", "-c", "touch \"$(printf 'caf\\351.txt')\"")
                .directory(ground.directory("d").toFile())
                .start();
        assumeTrue(touch.waitFor() == 0, "this disk takes UTF-8 only");
        try (Directory directory = ground.sandbox.directory(ground.sandbox.resolve("d"))) {
            assertThat(directory.names()).containsExactly(LISTED);
        }
    }

    @Test
    void whoAsksForSuchANameIsToldWhatIsWrongWithIt() {
        assertTold(() -> ground.sandbox.resolve("d/" + LISTED));
        assertTold(() -> ground.sandbox.resolveEntry("d/" + LISTED));
        assertTold(() -> ground.sandbox.resolveForWriting("d/" + LISTED));
        Place place = ground.sandbox.resolve("d").child(LISTED);
        assertTold(() -> ground.sandbox.stat(place));
        assertTold(() -> ground.sandbox.open(place));
        assertTold(() -> ground.sandbox.directory(place));
    }

    @Test
    void aTreeThatHoldsOneCannotBeDeleted() {
        Place place = ground.sandbox.resolveEntryForWriting("d");

        assertTold(() -> ground.writer.plan(place, path -> {}));
    }

    @Test
    void noHintSuggestsOne() {
        assertThat(refused(NOT_FOUND, () -> ground.read("d/cafe.txt"))).doesNotContain("Did you mean");
    }

    @Test
    void aNameThatReallyHoldsTheStandInIsAName() throws IOException {
        ground.file("e/" + LISTED, "text");

        assertThat(ground.read("e/" + LISTED)).isEqualTo("text");
        refused(NOT_FOUND, () -> ground.read("e/other\ufffd.txt"));
        ground.write("e/other\ufffd.txt", "new");
        assertThat(ground.read("e/other\ufffd.txt")).isEqualTo("new");
    }

    private void assertTold(ThrowingCallable call) {
        assertThat(refused(INVALID, call))
                .startsWith(ground.root + "/d/" + LISTED + " cannot be used here: the name on the disk is not UTF-8");
    }
}
