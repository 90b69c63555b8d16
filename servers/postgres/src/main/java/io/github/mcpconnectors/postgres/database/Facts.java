package io.github.mcpconnectors.postgres.database;

/**
 * What was learned of a server when the connection to it was made.
 *
 * @param version such as 180006
 * @param pooled whether a pooler stands between, which may give each transaction another backend
 * @param replica whether it cannot be written to
 */
public record Facts(int version, boolean pooled, boolean replica, Posture posture) {}
