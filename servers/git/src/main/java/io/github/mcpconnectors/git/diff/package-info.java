/**
 * What changed between two states of a repository. {@link Changes} finds the files, {@link Patch} shows one of them as git
 * does, and {@link DiffPage} fills a result with as many as fit.
 */
@NullMarked
package io.github.mcpconnectors.git.diff;

import org.jspecify.annotations.NullMarked;
