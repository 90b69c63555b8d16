package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.shared.Default;

/** A column to sort by, upwards unless said otherwise; nulls come last both ways. */
public record Order(String column, @Default("false") boolean desc) {}
