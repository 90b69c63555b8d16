/** The filesystem server. */
@NullMarked
package io.github.mcpconnectors.filesystem;

import org.jspecify.annotations.NullMarked;
