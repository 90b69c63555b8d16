/**
 * Streamable HTTP below the protocol. {@link HttpServer} runs Jetty; {@link Front} looks at each request before anyone else
 * does ({@link Guard}, {@link Cors}, {@link Accept}), {@link Body} collects what it carries, and {@link HttpReply} writes
 * the answer: JSON, or a stream of events. No request holds a thread while it waits: reading and writing are asynchronous,
 * and one thread, the {@link Pulse}, sends all heartbeats and ends what is too slow.
 *
 * <p>What a message means is the business of the {@link Endpoint}. {@link McpEndpoint} tells the eras apart; {@link
 * LegacyEndpoint} knows the {@link HttpSessions} of clients that begin with a handshake.
 */
@NullMarked
package io.github.mcpconnectors.shared.transport.http;

import org.jspecify.annotations.NullMarked;
