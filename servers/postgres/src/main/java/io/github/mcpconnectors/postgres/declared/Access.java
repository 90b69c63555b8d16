package io.github.mcpconnectors.postgres.declared;

/** What a declared tool does to the database. */
enum Access {
    READ,
    WRITE
}
