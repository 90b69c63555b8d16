package io.github.mcpconnectors.postgres.database;

/** What a transaction is there to change, which decides what it sees of others. */
public enum Writing {
    /** Rows: everything is of one moment, and who changed the same row since makes it fail (repeatable read). */
    ROWS,
    /** Tables too: each statement sees what others committed before it (read committed), so that none is missed. */
    TABLES
}
