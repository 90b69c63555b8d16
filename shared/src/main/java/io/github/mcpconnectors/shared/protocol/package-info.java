/**
 * MCP's methods over a server's tools, resources and prompts. {@link Methods} holds one handler for each method, written
 * against {@link Peer}, which is all that the handling needs to know of the other side; each protocol era is a {@link
 * Responder} that brings its own: {@code legacy} for 2025-11-25 and before, {@code modern} for 2026-07-28. An {@link
 * Exchange} is one request on its way through a transport. {@link ToolBinding} is the one place where records meet JSON and
 * exceptions meet isError, {@link Watches} the one that knows who listens to what.
 */
@NullMarked
package io.github.mcpconnectors.shared.protocol;

import org.jspecify.annotations.NullMarked;
