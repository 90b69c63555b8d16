package io.github.mcpconnectors.postgres.database;

/** What happens when the role could do more than a database can keep a model from. */
public enum RolePolicy {
    /** Such a role is not used. */
    ENFORCE,
    /** It is used, and the log says why it should not be. */
    WARN
}
