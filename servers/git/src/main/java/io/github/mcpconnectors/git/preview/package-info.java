/**
 * Merges that are only told of. {@link io.github.mcpconnectors.git.preview.MergePreview} lets
 * {@link io.github.mcpconnectors.git.merge.TreeMerge} decide what it would decide for a real merge, with all new objects
 * in memory ({@link io.github.mcpconnectors.git.preview.MemoryInserter}), so that the two cannot disagree.
 */
@NullMarked
package io.github.mcpconnectors.git.preview;

import org.jspecify.annotations.NullMarked;
