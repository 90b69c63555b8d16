/**
 * Files as a commit or the index holds them, never as they are on disk. {@link Snapshot} finds them by path, {@link Blob}
 * reads one, {@link Listing} lists many.
 */
@NullMarked
package io.github.mcpconnectors.git.content;

import org.jspecify.annotations.NullMarked;
