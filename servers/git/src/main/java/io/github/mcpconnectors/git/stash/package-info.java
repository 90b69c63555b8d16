/**
 * Stashes, with the commits and the reflog that git stash makes: {@link Stashes} lists and drops them, {@link StashPush}
 * makes one, {@link StashApply} brings one back.
 */
@NullMarked
package io.github.mcpconnectors.git.stash;

import org.jspecify.annotations.NullMarked;
