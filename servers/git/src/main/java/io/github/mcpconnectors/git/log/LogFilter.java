package io.github.mcpconnectors.git.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which commits are wanted; what is null does not matter.
 *
 * @param author a regular expression that matches in {@code Name <address>}
 * @param message a regular expression that matches in a line of the message
 * @param since committed then or later; the walk ends where a commit is older
 * @param until committed then or before
 */
public record LogFilter(
        @Nullable String author,
        @Nullable String message,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Every commit. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null);
}
