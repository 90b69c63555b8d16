/**
 * What every server's tests use: {@link ServerProcess} starts a server as a host does and speaks raw lines, {@link
 * WireClient} speaks to it through the SDK's client, {@link
 * Wire} speaks JSON-RPC of either era on stdio and HTTP alike, and {@link ServerContract} holds every server to the same promises.
 */
@NullMarked
package io.github.mcpconnectors.shared.testing;

import org.jspecify.annotations.NullMarked;
