package io.github.mcpconnectors.shared.protocol.modern;

import java.time.Duration;

/**
 * How calls that take long become tasks.
 *
 * @param grace after which a call that is not done is answered with a handle
 * @param longest after which a task is cancelled
 * @param kept how long what became of a task can be fetched
 * @param mostEach tasks of one caller at the same time, with those that have ended and are kept
 */
public record TaskLimits(Duration grace, Duration longest, Duration kept, int mostEach) {

    /** What suits most servers. */
    public static final TaskLimits STANDARD =
            new TaskLimits(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(10), 1_000);
}
