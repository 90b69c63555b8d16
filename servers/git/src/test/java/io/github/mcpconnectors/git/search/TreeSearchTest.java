package io.github.mcpconnectors.git.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.git.QuietCall;
import io.github.mcpconnectors.git.TestRepository;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Roots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSearchTest {

    @TempDir
    Path folder;

    private final QuietCall call = new QuietCall();

    @BeforeEach
    void fill() {
        TestRepository repository = TestRepository.create(folder);
        for (int i = 0; i < 5; i++) {
            repository.file("f" + i, "foo\n");
        }
        repository.commit("Files");
    }

    private SearchPage search(Duration most, @Nullable String cursor) {
        Repositories repositories = new Repositories(Roots.open(List.of(folder.toString()), warning -> {}), true);
        return repositories.read(null, repository -> {
            SearchRequest request = new SearchRequest(LinePattern.of("foo", true, false), "", 0, cursor);
            try (Snapshot snapshot = Snapshot.of(repository, Objects.requireNonNull(repository.headTree()), call)) {
                return new TreeSearch(snapshot, request, most, call).run();
            }
        });
    }

    @Test
    void aSearchWithoutTimeStillGetsOnWithEveryPage() {
        StringBuilder all = new StringBuilder();
        String cursor = null;
        int pages = 0;
        do {
            SearchPage page = search(Duration.ZERO, cursor);
            all.append(page.text());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(5);
        assertThat(all.toString()).isEqualTo("f0:1:foo\nf1:1:foo\nf2:1:foo\nf3:1:foo\nf4:1:foo\n");
    }

    @Test
    void aSearchThatNobodyWaitsForEnds() {
        call.cancel();
        assertThatThrownBy(() -> search(Duration.ofMinutes(1), null)).isInstanceOf(CancellationException.class);
    }

    @Test
    void howLargeAnExpressionGetsIsKnownBefore() {
        assertThat(RegexSize.of("\\d{4}-\\d{2}")).isEqualTo(7);
        assertThat(RegexSize.of("[{}]{3}(ab|c){10}")).isBetween(30L, 60L);
        assertThat(RegexSize.of("((a{1000}){1000}){1000}")).isGreaterThan(1_000_000);
        assertThat(RegexSize.of("a{999999999}{999999999}{999999999}")).isEqualTo(Integer.MAX_VALUE);
    }
}
