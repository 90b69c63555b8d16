/**
 * Merges that are only thought through. {@link io.github.mcpconnectors.git.preview.MergePreview} finds what two commits
 * started from ({@link io.github.mcpconnectors.git.preview.MergeBase}, in memory where that is itself a merge), reads who
 * changed what ({@link io.github.mcpconnectors.git.preview.Differences}), lets changes follow files that one side renamed
 * ({@link io.github.mcpconnectors.git.preview.RenamedFiles}), and decides file by file as git's ort strategy does
 * ({@link io.github.mcpconnectors.git.preview.FileMerge}).
 */
@NullMarked
package io.github.mcpconnectors.git.preview;

import org.jspecify.annotations.NullMarked;
