package io.github.mcpconnectors.postgres.database;

import org.jspecify.annotations.Nullable;

/** What a statement did: how many rows it changed, or the rows that it gave. */
public record Executed(@Nullable Long affected, @Nullable Rows rows) {}
