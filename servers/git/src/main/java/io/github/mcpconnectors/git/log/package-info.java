/**
 * What a stretch of history holds. {@link CommitLog} reads the commits of a {@link
 * io.github.mcpconnectors.git.revision.RevisionRange} in the order and with the simplification of {@code git log}, which
 * {@link LogFilter} and {@link LogPaths} narrow, a page at a time.
 */
@NullMarked
package io.github.mcpconnectors.git.log;

import org.jspecify.annotations.NullMarked;
