/**
 * Finds lines in the files of a commit or the index. {@link LinePattern} is what is looked for, {@link PathGlob} where,
 * {@link TreeSearch} looks, and {@link SearchPage} puts down what was found as git grep does.
 */
@NullMarked
package io.github.mcpconnectors.git.search;

import org.jspecify.annotations.NullMarked;
