/**
 * How messages come and go. {@link StdioTransport} serves one client over a pair of streams: {@link LineReader} cuts the
 * input into lines, {@link Message} tells what a line is or what is wrong with it, {@link InFlight} knows the requests
 * that are being worked on, and the session behind it sees nothing but well-formed messages in a sensible order.
 */
@NullMarked
package io.github.mcpconnectors.shared.transport;

import org.jspecify.annotations.NullMarked;
