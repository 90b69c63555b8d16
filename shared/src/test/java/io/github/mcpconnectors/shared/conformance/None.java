package io.github.mcpconnectors.shared.conformance;

/** The arguments of a fixture that takes none. */
record None() {}
