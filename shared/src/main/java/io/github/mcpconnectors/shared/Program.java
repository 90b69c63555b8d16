package io.github.mcpconnectors.shared;

import java.util.function.Function;

/**
 * A server as a program: how it is named and described, its settings, and what it offers for given settings.
 *
 * @param summary one line for --help
 * @param example the arguments of a typical start, for --help
 */
public record Program<S extends Record>(
        String name, String summary, String example, Class<S> settings, Function<S, Connector> connector) {}
