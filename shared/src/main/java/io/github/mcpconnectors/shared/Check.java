package io.github.mcpconnectors.shared;

import java.util.function.Supplier;

/**
 * One thing that the doctor subcommand looks at: the look returns a sentence on what it found, or throws a {@link
 * ToolException} that says what to fix.
 */
public record Check(String name, Supplier<String> look) {}
