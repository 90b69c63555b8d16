package io.github.mcpconnectors.postgres.sql;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which functions a reading statement may call, by what the catalog says of them: immutable and stable ones freely,
 * whoever wrote them, and a few volatile ones by name. SECURITY DEFINER functions named in {@code allowedDefiners}
 * ({@code schema.name}) are trusted by whoever runs the server; with {@code sequences} they may be advanced and set too.
 */
public record FunctionRules(Set<String> allowedDefiners, boolean sequences) {

    private static final Set<String> SEQUENCES = Set.of("nextval", "setval");

    /**
     * The facts of every function with one of some names, given as the one parameter, an array of text. One row each, its
     * columns in the order of {@link FunctionFact}. Names are qualified, so that nothing in the search path can pretend.
     */
    public static final String CATALOG_QUERY = """
            SELECT n.nspname AS schema, p.proname AS name, pg_catalog.pg_function_is_visible(p.oid) AS visible,
                   p.prosecdef AS security_definer, l.lanname AS language, l.lanpltrusted AS trusted,
                   p.provolatile::pg_catalog.text AS volatility,
                   EXISTS (SELECT FROM pg_catalog.pg_depend d
                            WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
                              AND d.objid OPERATOR(pg_catalog.=) p.oid
                              AND d.deptype OPERATOR(pg_catalog.=) 'e') AS extension,
                   p.prokind::pg_catalog.text AS kind,
                   CASE WHEN l.lanname OPERATOR(pg_catalog.<>) 'sql' AND l.lanname OPERATOR(pg_catalog.<>) 'plpgsql' THEN ''
                        WHEN p.prosrc OPERATOR(pg_catalog.=) '' THEN pg_catalog.pg_get_functiondef(p.oid)
                        ELSE p.prosrc END AS body
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
              JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
             WHERE p.proname OPERATOR(pg_catalog.=) ANY (?::pg_catalog.name[])""";

    public FunctionRules {
        allowedDefiners = Set.copyOf(allowedDefiners);
    }

    /** For statements that only read. */
    public FunctionRules(Set<String> allowedDefiners) {
        this(allowedDefiners, false);
    }

    /** The same for statements that may change something. */
    public FunctionRules withSequences() {
        return new FunctionRules(allowedDefiners, true);
    }

    /** Refuses if any of the functions that a name can mean is refused; a name that means none is no call. */
    public void requireAllowed(Collection<CalledName> calls, Collection<FunctionFact> facts) {
        for (CalledName call : calls) {
            facts.stream()
                    .filter(call::canMean)
                    .flatMap(fact -> refusal(fact).stream())
                    .findFirst()
                    .ifPresent(sentence -> {
                        throw Refusals.denied(sentence);
                    });
        }
    }

    /**
     * The bodies of the functions that these names can mean, one behind the other, as far as somebody else than PostgreSQL
     * wrote them: there may be thousands, and each look into the catalog costs.
     */
    public Optional<SqlStatement> bodies(Collection<CalledName> calls, Collection<FunctionFact> facts) {
        String bodies = facts.stream()
                .filter(fact -> !fact.isWellKnown() && !fact.securityDefiner())
                .filter(fact -> calls.stream().anyMatch(call -> call.canMean(fact)))
                .map(FunctionFact::body)
                .distinct()
                .collect(Collectors.joining("\n;\n"));
        return bodies.isBlank() ? Optional.empty() : Optional.of(SqlStatement.body(bodies));
    }

    /** Why the function may not be called and what to do instead; empty if it may. */
    public Optional<String> refusal(FunctionFact function) {
        return Optional.ofNullable(reason(function)).map(reason -> function.qualifiedName() + "() " + reason);
    }

    private @Nullable String reason(FunctionFact function) {
        if (function.securityDefiner() && !allowedDefiners.contains(function.qualifiedName())) {
            return "runs with the rights of its owner (SECURITY DEFINER), not of this connection. Query the tables"
                    + " themselves, or have the person who runs this server allow the function (--allow-functions).";
        }
        if (!function.trusted() && !function.isNative()) {
            return "is written in " + function.language() + ", a language that can leave the database."
                    + " Express what it does in SQL.";
        }
        if (!function.isWellKnown()) {
            // What else it does meets the read-only transaction.
            return function.securityDefiner() ? null : FunctionBody.danger(function);
        }
        if (sequences && SEQUENCES.contains(function.name())) {
            return null;
        }
        return KnownFunctions.danger(function.name()).orElseGet(() -> changeable(function));
    }

    private static @Nullable String changeable(FunctionFact function) {
        boolean shipped = function.schema().equals("pg_catalog") || function.extension();
        boolean unlooked = function.isVolatile()
                && (function.isNative() || function.schema().equals("pg_catalog"));
        return unlooked && !(shipped && KnownFunctions.isHarmless(function.name()))
                ? "is volatile, so it may change something outside of the read-only transaction, and is not on the list of"
                        + " harmless ones. Get the data from tables, views or other functions."
                : null;
    }
}
