/** The smallest server that uses everything shared offers; what shared promises is tested on it, over the wire. */
@NullMarked
package io.github.mcpconnectors.shared.sample;

import org.jspecify.annotations.NullMarked;
