package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleting is a plan and then its application. */
final class TreeTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void deletesATreeAndNeverThroughALink() throws IOException {
        ground.file("d/a.txt", "12345");
        ground.file("d/deep/er/b.txt", "123");
        ground.link("d/out", ground.outside);
        ground.link("d/deep/file", ground.outside.resolve("secret.txt"));
        Place place = ground.sandbox.resolveEntryForWriting("d");

        Tree tree = ground.writer.plan(place, path -> {});
        assertThat(tree.files()).isEqualTo(4);
        assertThat(tree.directories()).isEqualTo(3);
        assertThat(tree.bytes()).isEqualTo(8);
        List<String> deleted = new ArrayList<>();
        ground.writer.delete(place, tree, deleted::add);

        assertThat(deleted).hasSize(7).contains(ground.root + "/d/deep/er/b.txt");
        assertThat(ground.root).isEmptyDirectory();
        ground.assertOutsideUntouched();
    }

    @Test
    void aTreeThatChangedSinceThePlanIsLeftAlone() throws IOException {
        ground.file("d/a.txt", "1");
        Place place = ground.sandbox.resolveEntryForWriting("d");
        Tree tree = ground.writer.plan(place, path -> {});
        assertThat(ground.writer.plan(place, path -> {})).isEqualTo(tree);
        ground.file("d/b.txt", "new");

        refused(CONFLICT, () -> ground.writer.delete(place, tree, path -> {}));
        assertThat(ground.root.resolve("d/a.txt")).exists();
        assertThat(ground.root.resolve("d/b.txt")).exists();
    }

    @Test
    void aTreeOf400LevelsIsDeletedOnHalfTheUsualStack() throws Exception {
        ground.file("d/".repeat(400) + "leaf.txt", "deep");
        Place place = ground.sandbox.resolveEntryForWriting("d");
        Thread small = new Thread(
                null,
                () -> ground.writer.delete(place, ground.writer.plan(place, path -> {}), path -> {}),
                "small",
                512 * 1024);

        small.start();
        small.join();

        assertThat(ground.root).isEmptyDirectory();
    }

    @Test
    void aTreeThatIsDeeperIsRefusedInAShortMessage() throws IOException {
        ground.directory("d/".repeat(505));
        Place place = ground.sandbox.resolveEntryForWriting("d");

        assertThat(refused(INVALID, () -> ground.writer.plan(place, path -> {})))
                .startsWith("More than 500 levels deep: " + ground.root + "/d/d/")
                .hasSizeLessThan(250);
    }

    @Test
    void deletingALinkKeepsItsTarget() throws IOException {
        ground.link("out", ground.outside);
        Place link = ground.sandbox.resolveEntryForWriting("out");

        ground.writer.delete(link, ground.writer.plan(link, path -> {}), path -> {});

        assertThat(ground.root).isEmptyDirectory();
        ground.assertOutsideUntouched();
    }

    @Test
    void theWatcherCanStopADeletion() throws IOException {
        ground.file("d/a.txt", "1");
        Place place = ground.sandbox.resolveEntryForWriting("d");
        Tree tree = ground.writer.plan(place, path -> {});

        assertThatThrownBy(() -> ground.writer.delete(place, tree, path -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(ground.root.resolve("d/a.txt")).exists();
    }
}
