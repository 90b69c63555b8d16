/**
 * What a conflict consists of: {@link io.github.mcpconnectors.git.conflict.ConflictReader} takes the stages from the index,
 * and where the markers are from the file on disk ({@link io.github.mcpconnectors.git.conflict.MarkedLines}).
 */
@NullMarked
package io.github.mcpconnectors.git.conflict;

import org.jspecify.annotations.NullMarked;
