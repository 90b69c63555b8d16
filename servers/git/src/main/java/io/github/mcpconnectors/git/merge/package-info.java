/**
 * The three-way merge of trees, as git's ort strategy does it and without touching a file: {@link TreeMerge} merges what
 * {@link Differences} finds and {@link Renames} brings together, file by file ({@link FileMerge}, {@link LineMerge}), from
 * the common ancestor that {@link MergeBases} finds or makes. JGit's own merge knows no renames, and merges unrelated
 * histories and files for which a driver is set without a word.
 *
 * <p>Paths are {@link PathKey}s: the bytes of a path as text, since not every path is UTF-8.
 */
@NullMarked
package io.github.mcpconnectors.git.merge;

import org.jspecify.annotations.NullMarked;
