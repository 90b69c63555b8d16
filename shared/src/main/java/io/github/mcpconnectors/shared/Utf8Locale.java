package io.github.mcpconnectors.shared;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Hosts start servers without LANG, and under the POSIX locale the JVM cannot name a file with a letter outside ASCII: no
 * property changes that, only LC_ALL before the JVM starts. So the process starts itself again with it.
 */
final class Utf8Locale {

    /** Set in the second process, so that a system without that locale does not start itself for ever. */
    private static final String MARK = "MCP_LOCALE_SET";

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Utf8Locale() {}

    /** The exit code of the second process, or nothing when this process can go on. */
    static OptionalInt relaunch(Map<String, String> environment, PrintStream err) {
        boolean ascii = !System.getProperty("sun.jnu.encoding", "UTF-8")
                .toUpperCase(Locale.ROOT)
                .startsWith("UTF");
        if (!ascii || environment.containsKey(MARK) || !Files.isReadable(COMMAND_LINE)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(run());
        } catch (IOException e) {
            err.println("Names with letters outside ASCII cannot be used: set LC_ALL=C.UTF-8 for this server.");
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static int run() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("/bin/sh", "-c", script(Files.readAllBytes(COMMAND_LINE)))).inheritIO();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put(MARK, "1");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    /** A script in plain ASCII that starts the very same command: this JVM could not pass on the other bytes. */
    static String script(byte[] commandLine) {
        StringBuilder script = new StringBuilder("exec");
        StringBuilder word = new StringBuilder();
        for (byte b : commandLine) {
            if (b == 0) {
                script.append(" \"$(printf '").append(word).append("')\"");
                word.setLength(0);
            } else {
                word.append(String.format("\\%03o", b & 0xff));
            }
        }
        return script.toString();
    }
}
