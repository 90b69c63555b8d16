package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A folder of repositories, a server on it, and a client of the server; each test gets a repository of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedRepository {

    @TempDir
    static Path root;

    private static final AtomicInteger TESTS = new AtomicInteger();

    TestRepository repository;
    WireClient client;
    private String name;

    @BeforeAll
    void start() {
        client = WireClient.start(GitServer.class, Flags.everythingAnd("--confirm=never", root.toString()));
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @BeforeEach
    void enter(TestInfo test) throws IOException {
        name = test.getTestMethod().orElseThrow().getName() + "-" + TESTS.incrementAndGet();
        repository = TestRepository.create(Files.createDirectory(root.resolve(name)));
    }

    WireClient.Result ok(String tool, @Nullable Object... arguments) {
        WireClient.Result result = any(tool, arguments);
        assertThat(result.failed()).as(result.text()).isFalse();
        return result;
    }

    String refused(String tool, @Nullable Object... arguments) {
        WireClient.Result result = any(tool, arguments);
        assertThat(result.failed()).as("should be refused: %s", result.text()).isTrue();
        return result.text();
    }

    /** On the repository of this test. */
    WireClient.Result any(String tool, @Nullable Object... arguments) {
        @Nullable Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "repo_path";
        all[1] = name;
        return client.call(tool, all);
    }
}
