/**
 * What people write for a commit, a file in it, a stretch of history or a point in time, and what it means in a repository.
 * {@link Revisions} is the way in. {@link SafeNames} refuses what looks like an option or holds control characters before
 * anything is looked up, {@code RevisionParser} takes a text apart after gitrevisions(7), {@code Refs}, {@code Tracking},
 * {@code Reflogs}, {@code ShortIds}, {@code MessageSearch} and {@code Paths} each find one kind of thing, {@code Steps} goes
 * on from there, and {@link DatePhrases} reads dates. JGit's own resolver is not asked: it knows half of the notation and
 * answers some of the rest wrongly.
 */
@NullMarked
package io.github.mcpconnectors.git.revision;

import org.jspecify.annotations.NullMarked;
