package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.filesystem.sandbox.Roots;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedFileTest {

    private final Path root;
    private final Path outside;
    private final FileContents contents;

    WatchedFileTest(@TempDir Path disk) throws IOException {
        root = Files.createDirectory(disk.toRealPath().resolve("root"));
        outside = Files.writeString(disk.toRealPath().resolve("outside.txt"), "secret");
        contents =
                new FileContents(new TextFiles(new Sandbox(Roots.open(List.of(root.toString()), text -> {}), false)));
    }

    @Test
    void tellsOfAChangeToTheFileOfTheUri() throws Exception {
        Path file = Files.writeString(root.resolve("a b.txt"), "one");
        CountDownLatch changed = new CountDownLatch(1);

        Watch watch = contents.watch(file.toUri().toString(), variables(file), changed::countDown);
        try {
            Files.writeString(file, "two");
            assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            watch.close();
        }
    }

    @Test
    void admitsWhatIsThereAndInside() throws Exception {
        Path file = Files.writeString(root.resolve("f.txt"), "one");
        Path link = Files.createSymbolicLink(root.resolve("link"), file);
        assertThat(refusal(file)).isNull();
        assertThat(refusal(link)).isNull();
        assertThat(refusal(root)).isNull();
        assertThat(refusal(outside)).isEqualTo(Reason.DENIED);

        Files.delete(file);
        assertThat(refusal(file)).isEqualTo(Reason.NOT_FOUND);
        Files.createSymbolicLink(file, outside);
        assertThat(refusal(file)).isEqualTo(Reason.DENIED);
        assertThat(refusal(link)).isEqualTo(Reason.DENIED);
        Files.delete(outside);
        assertThat(refusal(file)).isEqualTo(Reason.DENIED);
    }

    private @Nullable Reason refusal(Path path) {
        ToolException refusal = catchThrowableOfType(
                ToolException.class, () -> contents.admit(path.toUri().toString(), variables(path), Caller.LOCAL));
        return refusal == null ? null : refusal.reason();
    }

    private static Map<String, String> variables(Path path) {
        return Map.of("path", path.toString().substring(1));
    }
}
