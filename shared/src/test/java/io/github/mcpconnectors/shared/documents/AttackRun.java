package io.github.mcpconnectors.shared.documents;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one attack after another from a folder and prints how each ended: a main class, for a JVM of its own. */
final class AttackRun {

    private AttackRun() {}

    public static void main(String[] args) throws IOException {
        for (int i = 1; i < args.length; i++) {
            long start = System.nanoTime();
            String end = outcome(Path.of(args[0], args[i]));
            System.out.println(args[i] + " " + end + " " + (System.nanoTime() - start) / 1_000_000);
        }
    }

    static String outcome(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            String name = String.valueOf(file.getFileName());
            DocumentText text = Documents.read(name, channel, Selection.ALL, Reading.TIGHT, () -> false);
            return "READ" + (text.truncated() ? "_PARTLY" : "");
        } catch (ToolException e) {
            return e.reason() + "_" + String.valueOf(e.getMessage()).replaceAll("\\W+", "_");
        } catch (StackOverflowError | OutOfMemoryError e) {
            return "FATAL_" + e.getClass().getSimpleName();
        }
    }
}
