package io.github.mcpconnectors.postgres.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.database.TestCall;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final Caller KIM = new Caller("kim", Set.of("analyst"), "acme");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path parent;

    @Test
    void nobodyElseFindsAnExportEvenByItsId() {
        Exports exports = exports(1_000, HOUR);
        Export export = export(exports, KIM, "a");
        assertThat(exports.read(exports.find("shop", export.id(), KIM), 1)).isEqualTo("\r\na\r\n");
        assertThat(exports.find("shop", export.id(), new Caller("kim", Set.of(), "acme")))
                .as("roles may change")
                .isEqualTo(export);
        for (Caller other : List.of(
                new Caller("sam", Set.of("analyst"), "acme"),
                new Caller("kim", Set.of("analyst"), "other"),
                new Caller("kim", Set.of("analyst"), null),
                Caller.LOCAL)) {
            assertThatThrownBy(() -> exports.find("shop", export.id(), other))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("no such export");
        }
        assertThatThrownBy(() -> exports.find("crm", export.id(), KIM)).isInstanceOf(ToolException.class);
        assertThat(export.id()).hasSize(32);
    }

    @Test
    void anExportIsForgottenWithItsFile() throws Exception {
        Exports exports = exports(1_000, Duration.ofMillis(50));
        Export export = export(exports, KIM, "a");
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (Files.exists(export.file()) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(export.file()).doesNotExist();
        assertThatThrownBy(() -> exports.find("shop", export.id(), KIM)).isInstanceOf(ToolException.class);
    }

    @Test
    void olderExportsMakeRoomForNewerOnesOfTheSameCallerOnly() {
        Exports exports = exports(100, HOUR);
        Export first = export(exports, KIM, "x".repeat(40));
        Export second = export(exports, KIM, "y".repeat(40));
        Export third = export(exports, KIM, "z".repeat(40));
        assertThat(first.file()).doesNotExist();
        assertThat(second.file()).exists();
        assertThat(third.file()).exists();
        Caller sam = new Caller("sam", Set.of(), "acme");
        assertThatThrownBy(() -> export(exports, sam, "s".repeat(40)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("exports of others leave no room");
        assertThat(second.file()).exists();
        assertThatThrownBy(() -> export(exports, KIM, "x".repeat(200)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("larger than 100 bytes");
        export(exports, KIM, "room was given back".repeat(4));
    }

    @Test
    void partsAreOfWholeRowsAndGiveTheFileTogether() {
        Exports exports = exports(10_000_000, HOUR);
        String row = "é".repeat(300_000);
        Export export = export(exports, KIM, row, row, row, row, row);
        assertThat(export.parts()).hasSizeGreaterThan(2);
        StringBuilder whole = new StringBuilder();
        for (int part = 1; part <= export.parts().size(); part++) {
            String text = exports.read(export, part);
            assertThat(text).endsWith("\r\n");
            whole.append(text);
        }
        assertThat(whole.toString()).isEqualTo("\r\n" + (row + "\r\n").repeat(5));
    }

    @Test
    void whatADeadProcessLeftIsRemovedAndNothingElse() throws IOException {
        Path dead = old(Files.createTempDirectory(parent, "mcp-postgres-exports-"), "left.csv");
        Path alive = Files.createTempDirectory(parent, "mcp-postgres-exports-");
        Path elsewhere = old(Files.createDirectory(parent.resolve("elsewhere")), "mine.csv");
        Path link = Files.createSymbolicLink(parent.resolve("mcp-postgres-exports-link"), elsewhere);
        export(exports(1_000, HOUR), KIM, "a");
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
        assertThat(link).exists();
        assertThat(elsewhere.resolve("mine.csv")).exists();
        try (Stream<Path> all = Files.list(parent)) {
            assertThat(all).hasSize(4);
        }
    }

    private static Path old(Path directory, String file) throws IOException {
        Files.writeString(directory.resolve(file), "1");
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        return directory;
    }

    private Exports exports(long maxBytes, Duration kept) {
        return new Exports(new Exports.Limits(100, maxBytes, kept), parent);
    }

    private static Export export(Exports exports, Caller caller, String... rows) {
        try (Draft draft = exports.begin(new TestCall(caller), ExportFormat.CSV, 100)) {
            draft.columns(List.of());
            for (String row : rows) {
                draft.row(List.of(row));
            }
            return draft.keep("shop");
        }
    }
}
