/**
 * Changes to the index, to files and to branches. {@link Pathspec} says which files are meant, {@link FileStates} what they
 * are in a commit, in the index and on disk, and from that {@link Restoring} knows what would be lost before it writes.
 * {@link Staging} fills the index, {@link IndexEdit} changes it at once. {@link Switching} goes to another branch, and {@link
 * NewName}, {@link Branching} and {@link LinkedHeads} keep branches and tags apart.
 *
 * <p>Nothing is written behind a symbolic link or over what is not in the plan: whoever is in the way is told.
 */
@NullMarked
package io.github.mcpconnectors.git.change;

import org.jspecify.annotations.NullMarked;
