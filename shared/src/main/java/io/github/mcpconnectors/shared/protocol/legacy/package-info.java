/**
 * Protocol 2025-11-25 and before: a {@link Session} begins with a handshake and knows its client from then on. What both
 * eras share is in the package above.
 */
@NullMarked
package io.github.mcpconnectors.shared.protocol.legacy;

import org.jspecify.annotations.NullMarked;
