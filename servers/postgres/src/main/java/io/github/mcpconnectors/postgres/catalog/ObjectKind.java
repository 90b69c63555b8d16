package io.github.mcpconnectors.postgres.catalog;

import java.util.Locale;

/** What can be listed; a partitioned table is a table. */
public enum ObjectKind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    FOREIGN_TABLE,
    SEQUENCE,
    INDEX,
    FUNCTION,
    PROCEDURE,
    TYPE,
    EXTENSION;

    String noun() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The constant's name for a pg_class row called c. */
    static final String OF_CLASS = """
            CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'TABLE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'
              WHEN 'f' THEN 'FOREIGN_TABLE' WHEN 'S' THEN 'SEQUENCE' WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX' END\
            """;
}
