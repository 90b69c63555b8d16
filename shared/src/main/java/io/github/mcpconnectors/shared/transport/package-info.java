/**
 * How messages come and go. {@link StdioTransport} serves one client over a pair of streams: {@link LineReader} cuts the
 * input into lines, {@link InFlight} knows the requests that are being worked on, {@link Calls} works on them.
 */
@NullMarked
package io.github.mcpconnectors.shared.transport;

import org.jspecify.annotations.NullMarked;
