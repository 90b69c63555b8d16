/**
 * The protocol as clients of both eras meet it on both transports. {@link OverBoth} gives a test each way to the same
 * server; the letter and number before a test are its row in the specification's checklist: E envelope and errors, S stdio,
 * H HTTP, F features, M multi round-trips, L listening.
 */
@NullMarked
package io.github.mcpconnectors.shared.eras;

import org.jspecify.annotations.NullMarked;
