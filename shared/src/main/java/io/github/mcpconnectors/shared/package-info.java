/**
 * What a server author sees. A server is a {@link io.github.mcpconnectors.shared.Program}: a name, a record of settings, and
 * a {@link io.github.mcpconnectors.shared.Connector}, the flat list of what it offers for given settings. It offers tools
 * ({@link io.github.mcpconnectors.shared.Tool} on a {@link io.github.mcpconnectors.shared.ToolHandler}, or on a {@link
 * io.github.mcpconnectors.shared.ConfirmedTool} where something can be lost), resources and prompts, each a small class
 * with records for what comes in and goes out; schemas, checks and error messages follow from the records. A handler gets
 * a {@link io.github.mcpconnectors.shared.Call}, which is all it knows of the protocol, and fails with a {@link
 * io.github.mcpconnectors.shared.ToolException}. {@link io.github.mcpconnectors.shared.Launcher} runs it all; the packages
 * below this one do the work and need not be read to write a server.
 */
@NullMarked
package io.github.mcpconnectors.shared;

import org.jspecify.annotations.NullMarked;
