/** The subcommands that every jar has, and its help. */
@NullMarked
package io.github.mcpconnectors.shared.command;

import org.jspecify.annotations.NullMarked;
