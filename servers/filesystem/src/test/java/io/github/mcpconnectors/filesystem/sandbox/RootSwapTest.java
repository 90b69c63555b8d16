package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The root itself, or the directory that holds it, is swapped for another, where only an attacker wants us to be. */
final class RootSwapTest {

    private static final long DURATION = TimeUnit.SECONDS.toNanos(3);

    /** What is put in place of what; the foreign directory has a "root" with a "secret.txt" as well. */
    enum Swap {
        ROOT_FOR_LINK("p/root", "foreign/root", true),
        PARENT_FOR_LINK("p", "foreign", true),
        ROOT_FOR_DIRECTORY("p/root", "foreign/root", false),
        PARENT_FOR_DIRECTORY("p", "foreign", false);

        private final String victim;
        private final String foreign;
        private final boolean link;

        Swap(String victim, String foreign, boolean link) {
            this.victim = victim;
            this.foreign = foreign;
            this.link = link;
        }
    }

    private final Outcomes outcomes = new Outcomes();

    @TempDir
    Path temporary;

    private Path disk;
    private Path root;
    private Root start;
    private Sandbox sandbox;
    private SandboxWriter writer;
    private Place known;
    private volatile long end;

    @BeforeEach
    void fill() throws IOException {
        disk = temporary.toRealPath();
        root = Files.createDirectories(disk.resolve("p/root"));
        Files.writeString(root.resolve("secret.txt"), "inside");
        Files.createDirectories(root.resolve("inside"));
        Files.createDirectories(disk.resolve("foreign/root"));
        Files.writeString(disk.resolve("foreign/root/secret.txt"), Playground.SECRET);
        start = Root.at(root);
        use(start, Directory::openRoot);
    }

    private void use(Root allowed, Directory.Opener opener) {
        sandbox = new Sandbox(List.of(allowed), false, opener);
        writer = new SandboxWriter(sandbox);
        known = sandbox.resolve("secret.txt");
    }

    @ParameterizedTest
    @EnumSource
    void anotherDirectoryInPlaceOfTheRootIsRefused(Swap swap) throws IOException {
        swapIn(swap);
        refusesAll();
        swapOut(swap);

        assertThat(Playground.read(sandbox, "secret.txt")).isEqualTo("inside");
        assertForeignUntouched();
    }

    @ParameterizedTest
    @EnumSource
    void withoutHandlesItIsRefusedToo(Swap swap) throws IOException {
        use(start, RecheckedDirectory::at);
        swapIn(swap);
        refusesAll();
        swapOut(swap);
        assertForeignUntouched();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROOT_FOR_LINK", "PARENT_FOR_LINK"})
    void onADiskWithoutKeysTheRealPathDecides(Swap swap) throws IOException {
        for (Directory.Opener opener : List.<Directory.Opener>of(Directory::openRoot, RecheckedDirectory::at)) {
            use(new Root(root, root, null), opener);
            swapIn(swap);
            refusesAll();
            swapOut(swap);
        }
        assertForeignUntouched();
    }

    @Test
    void aFileInPlaceOfTheRootIsTold() throws IOException {
        Files.move(root, disk.resolve("aside"));
        Files.writeString(root, "a file");

        assertThat(refused(DENIED, () -> sandbox.stat(known))).contains("has been replaced since the server started");
    }

    @ParameterizedTest
    @EnumSource
    void nothingForeignIsReachedWhileTheRootIsSwappedToAndFro(Swap swap) throws Exception {
        end = System.nanoTime() + DURATION;

        run(List.of(() -> swapForAMoment(swap), this::readers, this::writers, this::readers, this::writers));

        System.getLogger("race").log(System.Logger.Level.DEBUG, swap + " " + outcomes);
        assertForeignUntouched();
        assertThat(outcomes.count("leak")).isZero();
        assertThat(outcomes.count("success")).isGreaterThan(50);
        assertThat(outcomes.count("DENIED")).isGreaterThan(50);
    }

    private void refusesAll() {
        List<Callable<?>> calls = List.of(
                () -> sandbox.open(known),
                () -> sandbox.stat(known),
                () -> sandbox.directory(known.parent()),
                () -> sandbox.directory(sandbox.resolve(".")),
                () -> Playground.read(sandbox, "secret.txt"),
                () -> writer.createDirectories(known.parent().child("new")),
                () -> writer.plan(known, path -> {}));
        for (Callable<?> each : calls) {
            assertThat(refused(DENIED, each::call))
                    .contains(root + " has been replaced since the server started; restart it")
                    .doesNotContain("foreign");
        }
        refused(DENIED, () -> writer.write(known, Playground.text("x")));
        refused(DENIED, () -> writer.create(known.parent().child("new"), Playground.text("x")));
        Instant then = Instant.EPOCH;
        assertThat(Details.of(known, new Entry("secret.txt", Entry.Type.FILE, 0, then, then, then, null, "another")))
                .isEmpty();
    }

    private void swapIn(Swap swap) throws IOException {
        Path victim = disk.resolve(swap.victim);
        Files.move(victim, disk.resolve("aside"));
        if (swap.link) {
            Files.createSymbolicLink(victim, disk.resolve(swap.foreign));
        } else {
            Files.move(disk.resolve(swap.foreign), victim);
        }
    }

    private void swapOut(Swap swap) throws IOException {
        Path victim = disk.resolve(swap.victim);
        if (swap.link) {
            Files.delete(victim);
        } else {
            Files.move(victim, disk.resolve(swap.foreign));
        }
        Files.move(disk.resolve("aside"), victim);
    }

    private Void swapForAMoment(Swap swap) throws IOException {
        swapIn(swap);
        linger();
        swapOut(swap);
        linger();
        return null;
    }

    private static void linger() {
        long until = System.nanoTime() + ThreadLocalRandom.current().nextLong(100_000);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private Void readers() {
        outcomes.attempt(() -> Playground.read(sandbox, "secret.txt").contains("outside"));
        outcomes.attempt(() -> Playground.read(sandbox, known).contains("outside"));
        outcomes.attempt(() -> sandbox.stat(known).size() == Playground.SECRET.length());
        outcomes.attempt(() -> {
            try (Directory directory = sandbox.directory(known.parent())) {
                return !directory.names().contains("inside");
            }
        });
        return null;
    }

    private Void writers() {
        String name = "new" + Thread.currentThread().getId();
        outcomes.attempt(() -> {
            writer.write(known, Playground.text("inside"));
            return false;
        });
        outcomes.attempt(() -> {
            writer.createDirectories(sandbox.resolveForWriting(name + "/deep"));
            return false;
        });
        outcomes.attempt(() -> {
            Place place = sandbox.resolveEntryForWriting(name);
            writer.delete(place, writer.plan(place, path -> {}), path -> {});
            return false;
        });
        outcomes.attempt(() -> {
            writer.copy(known, known.parent().child(name + ".txt"), true);
            return Playground.read(sandbox, known.parent().child(name + ".txt")).contains("outside");
        });
        return null;
    }

    private void run(List<Callable<Void>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            List<Future<Void>> running =
                    jobs.stream().map(job -> threads.submit(() -> repeat(job))).toList();
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            end = System.nanoTime();
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Void repeat(Callable<Void> job) throws Exception {
        while (System.nanoTime() < end) {
            job.call();
        }
        return null;
    }

    private void assertForeignUntouched() {
        assertThat(disk.resolve("foreign/root").toFile().list()).containsExactly("secret.txt");
        assertThat(disk.resolve("foreign").toFile().list()).containsExactly("root");
        assertThat(disk.resolve("foreign/root/secret.txt")).hasContent(Playground.SECRET);
    }
}
