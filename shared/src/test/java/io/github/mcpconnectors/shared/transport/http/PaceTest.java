package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void givesTimeForAStartAndThenForEachByte() {
        Pace pace = new Pace(5 * SECOND, Duration.ofSeconds(30));
        assertThat(pace.tooSlow(35 * SECOND, 0)).isFalse();
        assertThat(pace.tooSlow(36 * SECOND, 0)).isTrue();
        assertThat(pace.tooSlow(36 * SECOND, Pace.BYTES_A_SECOND)).isFalse();
        assertThat(pace.tooSlow(37 * SECOND, Pace.BYTES_A_SECOND)).isTrue();
        assertThat(pace.tooSlow(Long.MAX_VALUE, Integer.MAX_VALUE)).isTrue();
    }
}
