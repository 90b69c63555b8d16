/**
 * Finds the commits that the lines of a file come from, as git blame does. {@link Blame} goes through history with one
 * {@link Suspect} after the other, {@link Origins} finds what a file was in a parent, and {@link KeptLines} which lines were
 * there already. JGit's own blame reads whole histories of files of any size and cannot be stopped; this one can.
 */
@NullMarked
package io.github.mcpconnectors.git.blame;

import org.jspecify.annotations.NullMarked;
