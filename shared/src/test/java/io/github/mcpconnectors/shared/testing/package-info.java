/**
 * What every server's tests use: {@link ServerProcess} starts a server as a host does and speaks raw lines, {@link
 * WireClient} speaks to it through the SDK's client, and {@link ServerContract} holds every server to the same promises.
 */
@NullMarked
package io.github.mcpconnectors.shared.testing;

import org.jspecify.annotations.NullMarked;
