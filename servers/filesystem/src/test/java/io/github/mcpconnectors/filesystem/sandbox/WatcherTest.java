package io.github.mcpconnectors.filesystem.sandbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of, whether the system gives events or not. */
final class WatcherTest {

    /** Of what the watcher knows. */
    enum Source {
        EVENTS,
        POLLING;

        Watcher watcher(Sandbox sandbox, int most) {
            return new Watcher(sandbox, most, this::open, Duration.ofMillis(50));
        }

        private WatchService open(FileSystem disk) throws IOException {
            if (this == POLLING) {
                throw new IOException("User limit of inotify instances reached or too many open files");
            }
            return disk.newWatchService();
        }
    }

    private final Playground ground;
    private final Told told = new Told();
    private final List<Watch> open = new ArrayList<>();

    WatcherTest(@TempDir Path disk) throws IOException {
        ground = new Playground(disk);
    }

    @AfterEach
    void close() {
        open.forEach(Watch::close);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsWrittenReplacedDeletedAndMadeAgain(Source source) throws Exception {
        Path file = ground.file("d/f.txt", "one");
        watch(source, "d/f.txt", told);

        told.after(() -> Files.writeString(file, "other"));
        told.after(() -> Files.writeString(file, " and more", StandardOpenOption.APPEND));
        told.after(() -> replace(file));
        told.after(() -> replace(file));
        told.after(() -> Files.delete(file));
        told.after(() -> Files.writeString(file, "again"));
        told.after(() -> ground.write("d/f.txt", "by our own tool"));
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryWithANameMoreOrLess(Source source) throws Exception {
        ground.directory("d");
        watch(source, "d", told);

        told.after(() -> ground.file("d/new.txt", "x"));
        told.after(() -> Files.move(ground.root.resolve("d/new.txt"), ground.root.resolve("d/other.txt")));
        told.after(() -> Files.delete(ground.root.resolve("d/other.txt")));
    }

    @ParameterizedTest
    @EnumSource
    void theRootItself(Source source) throws Exception {
        watch(source, ground.root.toString(), told);

        told.after(() -> ground.file("new.txt", "x"));
    }

    @ParameterizedTest
    @EnumSource
    void theDirectoriesAboveComeAndGo(Source source) throws Exception {
        Path file = ground.root.resolve("a/b/f.txt");
        watch(source, "a/b/f.txt", told);

        told.after(() -> ground.file("a/b/f.txt", "one"));
        told.after(() -> Files.move(ground.root.resolve("a"), ground.root.resolve("aside")));
        told.after(() -> Files.move(ground.root.resolve("aside"), ground.root.resolve("a")));
        told.after(() -> Files.writeString(file, "other"));
        told.after(() -> {
            Files.delete(file);
            Files.delete(file.resolveSibling("../b").normalize());
            Files.delete(ground.root.resolve("a"));
        });
        told.after(() -> ground.file("a/b/f.txt", "again"));
        told.after(() -> Files.writeString(file, "and other"));
    }

    @ParameterizedTest
    @EnumSource
    void linksOnTheWayThatAreSetAnew(Source source) throws Exception {
        ground.file("v1/f.txt", "one");
        Path second = ground.file("v2/f.txt", "two!");
        Path third = ground.file("v3/f.txt", "three");
        ground.link("data", Path.of("v1"));
        ground.link("config/f.txt", Path.of("../data/f.txt"));
        watch(source, "config/f.txt", told);

        told.after(() -> point("data", Path.of("v2")));
        told.after(() -> Files.writeString(second, "changed"));
        told.after(() -> point("config/f.txt", third));
        told.after(() -> Files.writeString(third, "changed"));
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriberLearnsNothingAboutAFileOutsideNotEvenWhenItChanges(Source source) throws Exception {
        Path secret = ground.outside.resolve("secret.txt");
        Path file = ground.file("d/secret.txt", "inside");
        Path inside = ground.file("inside.txt", "x");
        Told below = new Told();
        Told canary = new Told();
        ground.file("e/secret.txt", "inside");
        Watcher watcher = watch(source, "d/secret.txt", told);
        open.add(watcher.watch("e/secret.txt", below));
        open.add(watcher.watch("inside.txt", canary));

        told.after(() -> point("d/secret.txt", secret));
        below.after(() -> {
            Files.move(ground.root.resolve("e"), ground.root.resolve("aside"));
            ground.link("e", ground.outside);
        });
        // Whatever is still to be told of the swaps comes before.
        canary.after(() -> Files.writeString(inside, "0"));
        canary.after(() -> Files.writeString(inside, "00"));
        int before = told.times() + below.times();

        Files.writeString(secret, "other");
        Files.writeString(ground.outside.resolve("new.txt"), "x");
        canary.after(() -> Files.writeString(inside, "1"));
        Files.delete(secret);
        canary.after(() -> Files.writeString(inside, "22"));
        canary.after(() -> Files.writeString(inside, "333"));

        assertThat(told.times() + below.times()).isEqualTo(before);
        told.after(() -> {
            Files.delete(file);
            Files.writeString(file, "inside again");
        });
    }

    private Watcher watch(Source source, String asked, Told told) {
        Watcher watcher = source.watcher(ground.sandbox, 100);
        open.add(watcher.watch(asked, told));
        return watcher;
    }

    private void replace(Path file) throws IOException {
        Path next = Files.writeString(ground.root.resolve("next"), "next");
        Files.move(next, file, ATOMIC_MOVE);
    }

    private void point(String link, Path target) throws IOException {
        Path next = Files.createSymbolicLink(ground.root.resolve("next"), target);
        Files.move(next, ground.root.resolve(link), ATOMIC_MOVE);
    }
}
