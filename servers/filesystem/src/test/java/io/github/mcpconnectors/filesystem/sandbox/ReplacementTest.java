package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplacementTest {

    @TempDir
    Path disk;

    private Replacement replacement;

    @BeforeEach
    void open() throws IOException {
        Playground ground = new Playground(disk);
        ground.file("a.txt", "content");
        replacement = new Replacement(ground.sandbox, ground.writer, ground.sandbox.resolve("a.txt"), new Waiting());
    }

    @Test
    void theHashOfTheFileIsExpectedInAnyLetterCase() {
        String found = replacement.sha256();

        assertThatCode(() -> replacement.expect(found)).doesNotThrowAnyException();
        assertThatCode(() -> replacement.expect(found.toUpperCase(Locale.ROOT))).doesNotThrowAnyException();
        assertThatCode(() -> replacement.expect(null)).doesNotThrowAnyException();
        assertThat(refused(CONFLICT, () -> replacement.expect("0".repeat(64)))).contains("has changed", found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "sha256:aa", "zz"})
    void whatIsNoHashDoesNotMeanThatTheFileChanged(String notAHash) {
        String expected = "expected_sha256 must be 64 hexadecimal digits, as read_text_file and get_file_info give it";

        assertThat(refused(INVALID, () -> replacement.expect(notAHash))).isEqualTo(expected);
        assertThat(refused(INVALID, () -> replacement.expect(notAHash, "found")))
                .isEqualTo(expected);
        assertThat(refused(INVALID, () -> replacement.expect("g".repeat(64)))).isEqualTo(expected);
    }

    /** Somebody waits for the answer and wants to hear nothing before. */
    private static final class Waiting implements Call {

        @Override
        public Caller caller() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void log(Severity severity, String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}

        @Override
        public void confirm(String question, String fingerprint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <F extends Record> Optional<F> ask(String question, Class<F> form) {
            throw new UnsupportedOperationException();
        }
    }
}
