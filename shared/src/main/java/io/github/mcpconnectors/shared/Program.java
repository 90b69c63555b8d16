package io.github.mcpconnectors.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A server as a program: how it is named and described, its settings, and what it offers for given settings and to whom it is open.
 *
 * @param summary one line for --help
 * @param example the arguments of a typical start, for --help
 * @param subcommands its own, besides those that every server has
 */
public record Program<S extends Record>(
        String name,
        String summary,
        String example,
        Class<S> settings,
        BiFunction<S, Reach, Connector> connector,
        List<Subcommand<S>> subcommands) {

    /** Without subcommands of its own, and the same for everybody. */
    public Program(String name, String summary, String example, Class<S> settings, Function<S, Connector> connector) {
        this(name, summary, example, settings, (own, reach) -> connector.apply(own), List.of());
    }

    Optional<Subcommand<S>> subcommand(String name) {
        return subcommands.stream().filter(own -> own.name().equals(name)).findFirst();
    }
}
