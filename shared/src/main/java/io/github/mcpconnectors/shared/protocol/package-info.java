/**
 * MCP's methods over a server's tools, resources and prompts. {@link Methods} holds one handler for each method, written
 * against {@link Peer}, which is all that the handling needs to know of the other side; each protocol era brings its own.
 * {@link SessionMethods} binds the handlers to the SDK's sessions (2025-11-25 and before). {@link ToolBinding} is the one
 * place where records meet JSON and exceptions meet isError.
 */
@NullMarked
package io.github.mcpconnectors.shared.protocol;

import org.jspecify.annotations.NullMarked;
