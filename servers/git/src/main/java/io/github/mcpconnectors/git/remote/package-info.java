/** What the config says of remotes, read as git reads it, without what nobody else should know: {@link
 * io.github.mcpconnectors.git.remote.Remotes}. */
@NullMarked
package io.github.mcpconnectors.git.remote;

import org.jspecify.annotations.NullMarked;
