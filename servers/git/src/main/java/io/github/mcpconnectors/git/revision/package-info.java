/** What models call commits, and which ones they mean. */
@NullMarked
package io.github.mcpconnectors.git.revision;

import org.jspecify.annotations.NullMarked;
