/**
 * What git status tells: {@link WorkingState} finds it, {@link Headline} and {@link StatusText} put it in the words of the
 * git program.
 */
@NullMarked
package io.github.mcpconnectors.git.status;

import org.jspecify.annotations.NullMarked;
