package io.github.mcpconnectors.postgres.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts as {@link FunctionRules#CATALOG_QUERY} gives them: all volatile functions of PostgreSQL 15 and of the extensions
 * that come with it, some others that matter, and what users might have made.
 */
final class Catalog15 {

    /** schema, name, visible, security definer, language, trusted, volatility, extension, kind */
    private static final List<String> USERS = List.of(
            "public sd_read t t plpgsql t s f f",
            "audit total f t sql t s f f",
            "public total t f sql t v f f",
            "public py t f plpython3u f i f f",
            "public lo_stats t f plpgsql t v f f",
            "public native_call t f c f v f f",
            "public native_sum t f c f i f f",
            "public refresh_all t t plpgsql t v f p",
            "pg_temp_7 probe f t sql t v f f",
            "aws_s3 query_export_to_s3 f f plpgsql t v t f");

    private Catalog15() {}

    static List<FunctionFact> facts() {
        return Stream.concat(lines(), USERS.stream()).map(Catalog15::fact).collect(Collectors.toList());
    }

    static FunctionFact fact(String line) {
        return fact(line, "");
    }

    static FunctionFact fact(String line, String body) {
        String[] c = line.split(" ", -1);
        return new FunctionFact(
                c[0],
                c[1],
                c[2].equals("t"),
                c[3].equals("t"),
                c[4],
                c[5].equals("t"),
                c[6],
                c[7].equals("t"),
                c[8],
                body);
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(Catalog15.class.getResourceAsStream("functions-15.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
