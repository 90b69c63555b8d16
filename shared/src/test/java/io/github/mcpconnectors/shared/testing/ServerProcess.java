package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, as a host starts it; every line of its stdout has to be JSON. */
public final class ServerProcess implements AutoCloseable {

    /** What hosts pass on, with a locale that needs no second process. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of("HOME", System.getProperty("java.io.tmpdir"), "PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");

    private static final String END = "the end";
    private static final int SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Thread errorPump;
    private int nextId;

    private ServerProcess(Process process) {
        this.process = process;
        pump(() -> readLines(process.getInputStream()));
        this.errorPump = pump(() -> copy(process.getErrorStream(), errors));
    }

    public static List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return command;
    }

    public static ServerProcess start(Class<?> main, String... arguments) {
        return start(command(main, List.of(arguments)), ENVIRONMENT);
    }

    public static ServerProcess start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the handshake of 2025-11-25. */
    public ServerProcess initialize() {
        Map<?, ?> answer = request(
                "initialize",
                Json.object(
                        "protocolVersion",
                        "2025-11-25",
                        "capabilities",
                        Map.of(),
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
        assertThat(answer.get("result")).as("initialize").isNotNull();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return this;
    }

    /** Sends a request and returns its answer. */
    public Map<?, ?> request(String method, Map<String, ?> params) {
        int id = nextId++;
        send(Json.text(Json.object("jsonrpc", "2.0", "id", id, "method", method, "params", params)));
        return answer(id);
    }

    public Map<?, ?> call(String tool, Map<String, ?> arguments) {
        return request("tools/call", Json.object("name", tool, "arguments", arguments));
    }

    public void send(String line) {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) {
        try {
            process.getOutputStream().write(bytes);
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("The server does not read any more; stderr: " + stderr(), e);
        }
    }

    /** The answer with this id; what comes before it is left out. */
    public Map<?, ?> answer(@Nullable Object id) {
        Map<?, ?> message = next();
        while (message.containsKey("method") || !Objects.equals(id, message.get("id"))) {
            message = next();
        }
        return message;
    }

    /** The next message. */
    public Map<?, ?> next() {
        try {
            String line = lines.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("an answer; stderr: %s", stderr()).isNotNull().isNotEqualTo(END);
            return (Map<?, ?>) Objects.requireNonNull(Json.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (Json.NotJson e) {
            throw new AssertionError("stdout carries something that is no JSON", e);
        }
    }

    /** Whether nothing more was sent until now. */
    public boolean silent() {
        return lines.isEmpty();
    }

    /** Everything on stdout from here to the end, for runs that are no session. */
    public List<String> rest() {
        List<String> rest = new ArrayList<>();
        try {
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                rest.add(line);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return rest;
    }

    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the process. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("the process ends")
                    .isTrue();
            errorPump.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public String stderr() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** Waits for this text on stderr, which comes on another way than the answers. */
    public void awaitStderr(String text) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!stderr().contains(text) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(stderr()).contains(text);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Thread pump(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void readLines(InputStream from) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            errors.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        lines.add(END);
    }

    private static void copy(InputStream from, ByteArrayOutputStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException e) {
            // the process was ended by close()
        }
    }
}
