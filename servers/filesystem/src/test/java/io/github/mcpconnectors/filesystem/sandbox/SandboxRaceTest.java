package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While tools work, an attacker swaps a directory and a file for links to the outside, as fast as the disk allows. */
final class SandboxRaceTest {

    private static final long DURATION = TimeUnit.SECONDS.toNanos(3);

    private final Outcomes outcomes = new Outcomes();

    private final Playground ground;
    private final Place known;
    private volatile long end;

    SandboxRaceTest(@TempDir Path disk) throws IOException {
        ground = new Playground(disk);
        ground.file("d/secret.txt", "inside");
        ground.file("f/secret.txt", "inside");
        known = ground.sandbox.resolve("d/secret.txt");
    }

    @Test
    void nothingOutsideIsReadListedWrittenOrDeleted() throws Exception {
        end = System.nanoTime() + DURATION;

        run(List.of(this::swapDirectory, this::swapFile, this::readers, this::writers, this::deleters));

        ground.assertOutsideUntouched();
        assertThat(temporaryFiles()).isEmpty();
        assertThat(outcomes.count("leak")).isZero();
        assertThat(outcomes.count("success")).isGreaterThan(50);
        assertThat(outcomes.count("DENIED") + outcomes.count("CONFLICT")).isGreaterThan(50);
    }

    private void run(List<Callable<Void>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> job : jobs) {
                running.add(threads.submit(() -> repeat(job)));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            end = System.nanoTime();
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        System.getLogger("race").log(System.Logger.Level.DEBUG, outcomes.toString());
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> all = Files.walk(ground.root)) {
            return all.filter(path -> TemporaryName.matches(String.valueOf(path.getFileName())))
                    .toList();
        }
    }

    private Void repeat(Callable<Void> job) throws Exception {
        while (System.nanoTime() < end) {
            job.call();
        }
        return null;
    }

    private Void swapDirectory() throws IOException {
        Path directory = ground.root.resolve("d");
        Path aside = ground.root.resolve("aside");
        Files.move(directory, aside);
        try {
            Files.createSymbolicLink(directory, ground.outside);
            Files.delete(directory);
        } catch (FileSystemException e) {
            // A tool has made the directory anew, rightly: it was gone at that moment.
            setAside(directory);
        }
        while (Files.exists(aside)) {
            setAside(directory);
            moveBack(aside, directory);
        }
        return null;
    }

    private void setAside(Path directory) throws IOException {
        if (Files.exists(directory)) {
            Files.move(directory, ground.root.resolve("made" + System.nanoTime()));
        }
    }

    private static void moveBack(Path aside, Path directory) {
        try {
            Files.move(aside, directory);
        } catch (IOException e) {
            // Made anew once more; the loop goes on.
            Thread.onSpinWait();
        }
    }

    private Void swapFile() throws IOException {
        Path file = ground.root.resolve("f/secret.txt");
        Path next = ground.root.resolve("f/next");
        Files.createSymbolicLink(next, ground.outside.resolve("secret.txt"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(next, "inside");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    private Void readers() {
        for (String asked : List.of("d/secret.txt", "f/secret.txt")) {
            outcomes.attempt(() -> ground.read(asked).contains("outside"));
            outcomes.attempt(
                    () -> ground.sandbox.stat(ground.sandbox.resolve(asked)).size() == Playground.SECRET.length());
        }
        // Resolved before the attack: all that stands between is how it is opened.
        outcomes.attempt(() -> Playground.read(ground.sandbox, known).contains("outside"));
        outcomes.attempt(() -> {
            try (Directory directory = ground.sandbox.directory(ground.sandbox.resolve("d"))) {
                return directory.names().equals(List.of("secret.txt"))
                        && directory.stat("secret.txt").size() > 30;
            }
        });
        return null;
    }

    private Void writers() {
        outcomes.attempt(() -> {
            ground.write("d/secret.txt", "inside");
            return false;
        });
        outcomes.attempt(() -> {
            ground.writer.write(known, Playground.text("inside"));
            return false;
        });
        outcomes.attempt(() -> {
            ground.write("f/secret.txt", "inside");
            return false;
        });
        outcomes.attempt(() -> {
            ground.writer.createDirectories(ground.sandbox.resolveForWriting("d/made/deep"));
            return false;
        });
        return null;
    }

    private Void deleters() {
        outcomes.attempt(() -> {
            Place place = ground.sandbox.resolveEntryForWriting("d/made");
            ground.writer.delete(place, ground.writer.plan(place, path -> {}), path -> {});
            return false;
        });
        outcomes.attempt(() -> {
            Place place = ground.sandbox.resolveEntryForWriting("d/secret.txt");
            ground.writer.delete(place, ground.writer.plan(place, path -> {}), path -> {});
            return false;
        });
        outcomes.attempt(() -> {
            Place from = ground.sandbox.resolveEntryForWriting("d/secret.txt");
            ground.writer.move(from, ground.sandbox.resolveEntryForWriting("d/moved.txt"), true);
            return false;
        });
        return null;
    }
}
