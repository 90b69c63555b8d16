package io.github.mcpconnectors.shared;

import java.util.function.Function;

/**
 * A subcommand that only one server has: it prints a text that follows from the settings, and touches nothing.
 *
 * @param summary a few words for --help
 */
public record Subcommand<S extends Record>(String name, String summary, Function<S, String> text) {}
