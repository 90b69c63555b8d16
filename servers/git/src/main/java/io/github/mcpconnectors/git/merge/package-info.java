/**
 * The three-way merge of trees, as git's ort strategy does it and without touching a file: {@link TreeMerge} merges what
 * {@link Differences} finds. {@link Deciding} goes through it, renames first ({@link RenamedDirectories},
 * {@link RenamedFiles}), then contents ({@link FileMerge}, {@link LineMerge}); the common ancestor is what
 * {@link MergeBases} finds or makes. JGit's own merge knows no renames, and merges unrelated histories and files for which
 * a driver is set without a word.
 *
 * <p>Paths are {@link PathKey}s: the bytes of a path as text, since not every path is UTF-8.
 */
@NullMarked
package io.github.mcpconnectors.git.merge;

import org.jspecify.annotations.NullMarked;
