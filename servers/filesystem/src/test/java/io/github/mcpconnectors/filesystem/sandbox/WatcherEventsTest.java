package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.WatchServiceConfiguration;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the watcher deals with the system's events, and with its own. */
final class WatcherEventsTest {

    private static final int MOST = 1_000;
    private static final Path HANDLES = Path.of("/proc/self/fd");

    private final Playground ground;
    private final Watcher watcher;
    private final Told told = new Told();
    private final List<Watch> open = new ArrayList<>();

    WatcherEventsTest(@TempDir Path disk) throws IOException {
        ground = new Playground(disk);
        watcher = WatcherTest.Source.EVENTS.watcher(ground.sandbox, MOST);
    }

    @AfterEach
    void close() {
        open.forEach(Watch::close);
    }

    @Test
    void twoSpellingsOfOneFileAreBothTold() throws Exception {
        Path file = ground.file("d/f.txt", "one");
        ground.link("link", Path.of("d"));
        Told other = new Told();
        watch("d/f.txt", told);
        watch(ground.root + "/link/../link/f.txt", other);

        told.after(() -> other.after(() -> Files.writeString(file, "two")));
        open.get(0).close();
        int before = told.times();
        other.after(() -> Files.writeString(file, "three"));

        assertThat(told.times()).isEqualTo(before);
    }

    @Test
    void aDirectoryIsNotToldOfWhatIsWrittenToItsFiles() throws Exception {
        Path file = ground.file("d/f.txt", "one");
        Told canary = new Told();
        watch("d", told);
        watch("d/f.txt", canary);

        canary.after(() -> Files.writeString(file, "two"));
        canary.after(() -> Files.writeString(file, "three"));

        assertThat(told.times()).isZero();
    }

    @Test
    void afterLostEventsEveryPathInTheDirectoryCountsAsChanged() throws Exception {
        Path file = ground.file("d/f.txt", "one");
        watch("d/f.txt", told);

        told.after(() -> {
            // Holding it up, until the 512 events that Java keeps are exceeded.
            synchronized (watcher.events()) {
                for (int i = 0; i < 3_000; i++) {
                    ground.file("d/" + i, "");
                }
                TimeUnit.MILLISECONDS.sleep(300);
                Files.writeString(file, "two");
            }
        });
    }

    @Test
    void aDirectoryUnderANewNameIsWatchedOnWhenTheOldNameIsNot() throws Exception {
        ground.file("a/f.txt", "one");
        watch("a/f.txt", new Told());
        told.after(() -> {
            watch("b/f.txt", told);
            Files.move(ground.root.resolve("a"), ground.root.resolve("b"));
        });
        open.get(0).close();
        // The system has one key for the directory, whatever its name was.
        Told again = new Told();
        watch("b/f.txt", again);
        open.get(2).close();

        told.after(() -> ground.file("b/f.txt", "two"));
    }

    @Test
    void aWriteRightAfterItsDirectoryWasMadeIsNotMissed() throws Exception {
        for (int round = 0; round < 20; round++) {
            String path = round + "/a/b/f.txt";
            Told each = new Told();
            watch(path, each);
            ground.file(path, "one");
            each.after(() -> ground.file(path, "two"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailingSubscriberIsToldAgainAndKeepsNobodyElseFromIt(WatcherTest.Source source) throws Exception {
        Path file = ground.file("f.txt", "one");
        Watcher each = source.watcher(ground.sandbox, MOST);
        Told failing = new Told();
        open.add(each.watch("f.txt", () -> {
            failing.run();
            throw new IllegalStateException("thrown by a test");
        }));
        open.add(each.watch("f.txt", told));

        failing.after(() -> told.after(() -> Files.writeString(file, "other")));
        failing.after(() -> told.after(() -> Files.writeString(file, "and other")));
    }

    @Test
    void theNumberOfPathsIsLimited() throws Exception {
        for (int i = 0; i < MOST; i++) {
            watch("f" + i, told);
        }

        assertThat(refused(UNAVAILABLE, () -> watch("one-more", told))).contains("1000 paths");
        open.get(0).close();
        open.get(0).close();
        watch("one-more", told);
        refused(UNAVAILABLE, () -> watch("yet-another", told));
    }

    @Test
    void whatIsOutsideCannotBeWatched() throws Exception {
        ground.link("link", ground.outside);

        refused(DENIED, () -> watch(ground.outside + "/secret.txt", told));
        refused(DENIED, () -> watch("link/secret.txt", told));
        Told.awaitThat("no thread", () -> threads().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aThousandWatchesLeaveNothingBehind(WatcherTest.Source source) throws Exception {
        Watcher each = source.watcher(ground.sandbox, MOST);
        Told.awaitThat("no thread before", () -> threads().isEmpty());
        for (int i = 0; i < MOST; i++) {
            ground.file(i % 50 + "/" + i, "x");
            open.add(each.watch(i % 50 + "/" + i, told));
        }
        assertThat(threads()).isNotEmpty();
        told.after(() -> ground.file("7/7", "changed"));
        close();

        Told.awaitThat("no thread", () -> threads().isEmpty());
        Told.awaitThat("no inotify", () -> inotify() == 0);
    }

    @Test
    void directoriesThatNobodyWatchesAnyMoreAreLetGo() throws Exception {
        watch("keep.txt", told);
        assumeTrue(Files.exists(HANDLES), "only Linux shows the handles of a process");
        assertThat(watchedDirectories()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            ground.file(i + "/a/f.txt", "x");
            watch(i + "/a/f.txt", told);
            watch(i + "/a/g.txt", told);
        }
        assertThat(watchedDirectories()).isEqualTo(41);
        open.subList(1, open.size()).forEach(Watch::close);

        Told.awaitThat("only the root is watched", () -> watchedDirectories() == 1);
    }

    @Test
    void theRootMayGo() throws Exception {
        watch("f.txt", told);

        told.after(() -> Files.delete(ground.root));
        open.get(0).close();

        Told.awaitThat("no thread", () -> threads().isEmpty());
    }

    @Test
    void aPathInAnotherLetterCaseIsTheSameOnWindows() throws Exception {
        Configuration windows = Configuration.windows().toBuilder()
                .setWatchServiceConfiguration(WatchServiceConfiguration.polling(10, TimeUnit.MILLISECONDS))
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(windows)) {
            Path file = disk.getPath("C:\\Work\\Docs\\Read Me.txt");
            Files.createDirectories(file.resolve("..").normalize());
            Files.writeString(file, "one");
            Sandbox sandbox = new Sandbox(List.of(Root.at(disk.getPath("C:\\Work"))), false);
            open.add(WatcherTest.Source.EVENTS.watcher(sandbox, MOST).watch("docs/READ me.TXT", told));

            told.after(() -> Files.writeString(file, "other"));
            close();
        }
    }

    @Test
    void networkDisksAndThoseInUserSpaceAreLookedAtToo() {
        assertThat(List.of("nfs4", "fuse.sshfs", "fuseblk", "9p", "cifs", "virtiofs", "smb3"))
                .allMatch(RemoteDisk::isType);
        assertThat(List.of("ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "NTFS"))
                .noneMatch(RemoteDisk::isType);
    }

    private void watch(String asked, Told who) {
        open.add(watcher.watch(asked, who));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("file-"))
                .toList();
    }

    private static long inotify() {
        return handles().stream()
                .filter(handle -> leadsTo(handle).contains("inotify"))
                .count();
    }

    private static long watchedDirectories() {
        return handles().stream()
                .filter(handle -> leadsTo(handle).contains("inotify"))
                .flatMap(handle -> lines(Path.of("/proc/self/fdinfo").resolve(handle.getFileName())))
                .filter(line -> line.startsWith("inotify wd"))
                .count();
    }

    private static List<Path> handles() {
        if (!Files.exists(HANDLES)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(HANDLES)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String leadsTo(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }
}
