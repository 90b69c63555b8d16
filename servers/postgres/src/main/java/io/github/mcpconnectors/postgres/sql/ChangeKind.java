package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which statements may run where something may change: what is in the database, never roles, files or other servers. */
final class ChangeKind {

    private static final Set<String> ALLOWED = Set.of(
            "select",
            "with",
            "values",
            "table",
            "insert",
            "update",
            "delete",
            "merge",
            "truncate",
            "create",
            "alter",
            "drop",
            "comment",
            "grant",
            "revoke",
            "refresh",
            "analyze");

    private static final Set<String> BEFORE_KIND = Set.of(
            "or",
            "replace",
            "temp",
            "temporary",
            "unlogged",
            "local",
            "global",
            "unique",
            "recursive",
            "materialized",
            "constraint",
            "on");

    private static final Set<String> KINDS = Set.of(
            "table",
            "column",
            "view",
            "index",
            "sequence",
            "type",
            "domain",
            "schema",
            "function",
            "procedure",
            "routine",
            "trigger",
            "policy",
            "statistics",
            "collation",
            "rule");

    private static final Set<String> NOT_GRANTED =
            Set.of("database", "foreign", "language", "large", "parameter", "tablespace");

    private static final Set<String> LANGUAGES = Set.of("sql", "plpgsql");

    private ChangeKind() {}

    static void requireChange(List<Token> tokens) {
        String root = StatementKind.root(tokens);
        if (!ALLOWED.contains(root)) {
            throw Refusals.denied((root.isEmpty() ? "This" : root.toUpperCase(Locale.ROOT))
                    + " is not allowed here: begin with SELECT, INSERT, UPDATE, DELETE, MERGE, TRUNCATE, CREATE, ALTER,"
                    + " DROP, COMMENT, GRANT, REVOKE, REFRESH or ANALYZE.");
        }
        switch (root) {
            case "create", "alter", "drop", "comment" -> requireObject(tokens);
            case "grant", "revoke" -> requireGrantOnObject(tokens);
            default -> {}
        }
    }

    private static void requireObject(List<Token> tokens) {
        int i = 1;
        while (i < tokens.size() && BEFORE_KIND.contains(word(tokens, i))) {
            i++;
        }
        // COMMENT ON CONSTRAINT c ON t: what was skipped was the kind itself.
        boolean constraint =
                tokens.get(0).isWord("comment") && tokens.get(i - 1).isWord("constraint");
        if (!KINDS.contains(word(tokens, i)) && !constraint) {
            throw Refusals.denied(
                    "Only tables, views, indexes, sequences, types, schemas, functions, triggers, policies and"
                            + " the like may be changed here; not roles, databases, extensions, servers or settings.");
        }
        for (int at = i; at + 1 < tokens.size(); at++) {
            requireHarmlessFunction(tokens.get(at), tokens.get(at + 1));
        }
    }

    private static void requireHarmlessFunction(Token option, Token value) {
        if (option.isWord("security") && value.isWord("definer")) {
            throw Refusals.denied("A SECURITY DEFINER function lends its owner's rights to others; leave that out.");
        }
        boolean language = option.isWord("language") && (value.isName() || value.kind() == Kind.STRING);
        if (language && !LANGUAGES.contains(value.text().toLowerCase(Locale.ROOT))) {
            throw Refusals.denied("Functions may be written in sql or plpgsql here: others can leave the database.");
        }
    }

    private static void requireGrantOnObject(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("on") && !NOT_GRANTED.contains(word(tokens, i + 1))) {
                return;
            }
        }
        throw Refusals.denied(
                "Only rights on tables, sequences, schemas, functions and types may be granted and revoked"
                        + " here; not roles, and nothing on databases, servers or settings.");
    }

    private static String word(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).kind() == Kind.WORD
                ? tokens.get(i).text()
                : "";
    }
}
