/**
 * Merge, cherry-pick, revert and rebase, with the states and files that git keeps, so that either can go on where the
 * other stopped. {@link Merging}, {@link Picking} and {@link Rebasing} decide what is to be done and let {@code git.merge}
 * do it in memory; {@link Landing} then puts it into the index and the files, or refuses before anything is touched.
 * {@link Abandoning} gives an operation up and knows what would be lost by it. {@link NewCommit} commits without hooks,
 * editor or signature.
 */
@NullMarked
package io.github.mcpconnectors.git.operation;

import org.jspecify.annotations.NullMarked;
