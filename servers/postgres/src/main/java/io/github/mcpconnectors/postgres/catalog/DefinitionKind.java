package io.github.mcpconnectors.postgres.catalog;

import java.util.Locale;

/** What has a definition, and where the catalog keeps it. */
public enum DefinitionKind {
    VIEW(Sql.VIEW),
    MATERIALIZED_VIEW(Sql.VIEW),
    FUNCTION(Sql.FUNCTION),
    PROCEDURE(Sql.FUNCTION),
    TRIGGER(Sql.TRIGGER),
    INDEX(Sql.INDEX),
    TYPE(Sql.TYPE),
    SEQUENCE(Sql.SEQUENCE);

    private final String sql;

    DefinitionKind(String sql) {
        this.sql = sql;
    }

    /**
     * All that the role may see: schema, name, visible (found without its schema), signature and types (two ways to tell it
     * from others of its name), ddl, and of functions language, volatility and definer.
     */
    String sql() {
        return sql;
    }

    String noun() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Constants cannot be used above the place where they are. */
    private static final class Sql {

        private static final String NO_FUNCTION =
                ", NULL::text AS language, NULL::text AS volatility, NULL::bool AS definer ";

        static final String VIEW = """
                SELECT n.nspname AS schema, c.relname AS name, pg_catalog.pg_table_is_visible(c.oid) AS visible,
                  NULL::text AS signature, NULL::text AS types, pg_catalog.format('CREATE %sVIEW %I.%I%s AS%s',
                    CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' END, n.nspname, c.relname,
                    ' WITH (' || pg_catalog.array_to_string(c.reloptions, ', ') || ')',
                    E'\\n' || pg_catalog.pg_get_viewdef(c.oid, true)) AS ddl\
                """ + NO_FUNCTION + """
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('v', 'm') AND\s""" + Relation.visible("c", "n");

        static final String FUNCTION = """
                SELECT n.nspname AS schema, p.proname AS name, pg_catalog.pg_function_is_visible(p.oid) AS visible,
                  pg_catalog.pg_get_function_identity_arguments(p.oid) AS signature,
                  pg_catalog.oidvectortypes(p.proargtypes) AS types,
                  pg_catalog.rtrim(pg_catalog.pg_get_functiondef(p.oid), E'\\n') AS ddl, l.lanname AS language,
                  CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
                  p.prosecdef AS definer
                FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                JOIN pg_catalog.pg_language l ON l.oid = p.prolang
                WHERE p.prokind <> 'a' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                  AND pg_catalog.has_function_privilege(p.oid, 'EXECUTE')
                """;

        static final String TRIGGER = """
                SELECT n.nspname AS schema, t.tgname AS name, pg_catalog.pg_table_is_visible(c.oid) AS visible,
                  c.relname::text AS signature, NULL::text AS types, pg_catalog.pg_get_triggerdef(t.oid, true) AS ddl\
                """ + NO_FUNCTION + """
                FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT t.tgisinternal AND NOT c.relispartition AND\s""" + Relation.visible("c", "n");

        static final String INDEX = """
                SELECT n.nspname AS schema, x.relname AS name, pg_catalog.pg_table_is_visible(x.oid) AS visible,
                  NULL::text AS signature, NULL::text AS types, pg_catalog.pg_get_indexdef(x.oid) AS ddl\
                """ + NO_FUNCTION + """
                FROM pg_catalog.pg_class x JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
                JOIN pg_catalog.pg_index i ON i.indexrelid = x.oid JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
                WHERE\s""" + Relation.visible("c", "n");

        static final String TYPE = """
                SELECT n.nspname AS schema, t.typname AS name, pg_catalog.pg_type_is_visible(t.oid) AS visible,
                  NULL::text AS signature, NULL::text AS types, CASE t.typtype
                    WHEN 'e' THEN pg_catalog.format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, t.typname,
                      (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                       FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
                    WHEN 'd' THEN pg_catalog.format('CREATE DOMAIN %I.%I AS %s%s%s%s', n.nspname, t.typname,
                      pg_catalog.format_type(t.typbasetype, t.typtypmod), ' DEFAULT ' || t.typdefault,
                      CASE WHEN t.typnotnull THEN ' NOT NULL' END,
                      (SELECT pg_catalog.string_agg(pg_catalog.format(' CONSTRAINT %I %s', k.conname,
                         pg_catalog.pg_get_constraintdef(k.oid, true)), '' ORDER BY k.conname)
                       FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
                    WHEN 'r' THEN pg_catalog.format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s)', n.nspname, t.typname,
                      (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid))
                    ELSE pg_catalog.format('CREATE TYPE %I.%I AS (%s)', n.nspname, t.typname,
                      (SELECT pg_catalog.string_agg(pg_catalog.format('%I %s', a.attname,
                         pg_catalog.format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
                       FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND NOT a.attisdropped)) END AS ddl\
                """ + NO_FUNCTION + """
                FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                LEFT JOIN pg_catalog.pg_class k ON k.oid = t.typrelid
                WHERE (t.typtype IN ('e', 'd', 'r') OR k.relkind = 'c')
                  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_type_privilege(t.oid, 'USAGE')
                """;

        static final String SEQUENCE = """
                SELECT n.nspname AS schema, c.relname AS name, pg_catalog.pg_table_is_visible(c.oid) AS visible,
                  NULL::text AS signature, NULL::text AS types, pg_catalog.format('CREATE SEQUENCE %I.%I AS %s INCREMENT BY %s'
                    || ' MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s', n.nspname, c.relname,
                    pg_catalog.format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
                    CASE WHEN s.seqcycle THEN ' CYCLE' END) AS ddl\
                """ + NO_FUNCTION + """
                FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE CASE c.relkind WHEN 'S' THEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                  AND pg_catalog.has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE') END
                """;

        private Sql() {}
    }
}
