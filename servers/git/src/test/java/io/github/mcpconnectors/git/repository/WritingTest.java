package io.github.mcpconnectors.git.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mcpconnectors.git.TestRepository;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {

    @TempDir
    Path root;

    private TestRepository repository;
    private Repositories gate;

    @BeforeEach
    void create() {
        repository = TestRepository.create(root).file("a.txt", "x\n").commit("First");
        gate = new Repositories(Roots.open(List.of(root.toString()), warning -> {}), false);
    }

    private RevCommit commit() {
        return gate.write(null, open -> {
            open.requireIdentity();
            return open.git().commit().setAllowEmpty(true).setMessage("m").call();
        });
    }

    /** JGit refills the work tree of a sparse checkout at its first checkout; git keeps the setting in either file. */
    @Test
    void changesNoSparseCheckoutButReadsIt() throws IOException {
        Files.writeString(repository.dotGit().resolve("config.worktree"), "[core]\n\tsparseCheckout = true\n");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(this::commit)
                .withMessageContaining("git sparse-checkout disable");
        assertThat(gate.<String>read(null, OpenRepository::shown)).isNotEmpty();
        Files.delete(repository.dotGit().resolve("config.worktree"));
        repository.config("[core]\n\tsparsecheckout = true\n");
        assertThatExceptionOfType(ToolException.class).isThrownBy(this::commit).withMessageContaining("sparse");
    }

    @Test
    void takesTheNameOfTheRepositorysConfig() {
        repository.config("[user]\n\tname = Grace\n\temail = grace@example.org\n");
        assertThat(commit().getAuthorIdent().getEmailAddress()).isEqualTo("grace@example.org");
    }

    /** JGit's index.lock would make one of two calls fail. */
    @Test
    void letsCallsChangeARepositoryOneAfterTheOther() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        Callable<Integer> call = () -> gate.write(null, open -> {
            int together = inside.incrementAndGet();
            Files.writeString(root.resolve("b.txt"), String.valueOf(System.nanoTime()));
            open.git().add().addFilepattern("b.txt").call();
            inside.decrementAndGet();
            return together;
        });
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var result : threads.invokeAll(List.of(call, call, call, call, call, call, call, call))) {
                assertThat(result.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
