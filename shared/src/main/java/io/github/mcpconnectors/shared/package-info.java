/** What a server author sees. */
@NullMarked
package io.github.mcpconnectors.shared;

import org.jspecify.annotations.NullMarked;
