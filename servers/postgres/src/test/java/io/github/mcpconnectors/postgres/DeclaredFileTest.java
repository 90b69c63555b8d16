package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a file of declared tools is told at the start, all of it and each at its line. */
class DeclaredFileTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatIsWrongWithTheShape() {
        assertThat(problems("""
                tools:
                  - name: has space
                    description: x
                    sql: SELECT 1
                  - nmae: typo
                    sql: SELECT 1
                  - name: keys
                    description: x
                    sql: SELECT :p
                    maxRows: 0
                    timeout: soon
                    acces: write
                    parameters:
                      p: {type: text, max: 3}
                  - name: access
                    description: x
                    sql: SELECT 1
                    access: all
                """))
                .containsExactly(
                        "2: \"name\" must be a text like [A-Za-z][A-Za-z0-9_-]{0,63}, but was \"has space\".",
                        "5: \"nmae\" is not known. Did you mean \"name\"? It takes: name, title, description, database,"
                                + " sql, parameters, identifiers, access, maxRows, timeout.",
                        "5: \"name\" is missing; it must be a text like [A-Za-z][A-Za-z0-9_-]{0,63}.",
                        "5: \"description\" is missing; it must be a text of from 1 to 1000 characters.",
                        "10: \"maxRows\" must be a whole number from 1 to 100000, but was 0.",
                        "11: \"timeout\" must be a text like [1-9][0-9]{0,5}(ms|s|m), but was \"soon\".",
                        "12: \"acces\" is not known. Did you mean \"access\"? It takes: name, title, description,"
                                + " database, sql, parameters, identifiers, access, maxRows, timeout.",
                        "14: \"parameters.p.max\" is not known. It takes: type, description, required, default, from,"
                                + " minimum, maximum, minLength, maxLength, pattern, enum, items, maxItems.",
                        "14: \"parameters.p.type\" must be one of: string, integer, number, boolean, date, timestamp,"
                                + " uuid, json, array, but was \"text\".",
                        "18: \"access\" must be one of: read, write, but was \"all\".");
    }

    @Test
    void tellsWhatIsWrongWithParameters() {
        assertThat(problems("""
                tools:
                  - name: parameters
                    description: x
                    sql: SELECT :a, :b, :c, :d, :e, :f, :g, :h, :i, :j, :k
                    parameters:
                      a: {type: string, minimum: 1}
                      b: {type: integer, minimum: 5, maximum: 1}
                      c: {type: string, pattern: '(a)\\1'}
                      d: {type: integer, enum: [1, two]}
                      e: {type: array, maxItems: 3}
                      f: {type: array, items: {type: array}}
                      g: {type: integer, maximum: 100, default: 101}
                      h: {type: date, default: today}
                      i: {type: string, from: 'auth:user'}
                      j: {type: string, from: 'auth:sub', required: false}
                      k: {type: array, items: {type: string, maxLength: 2, default: x}, default: [a, b, ccc]}
                      unused: {type: string}
                      empty:
                      2nd: {type: string}
                """))
                .containsExactly(
                        "6: \"minimum\" goes with integer and number only.",
                        "7: \"minimum\" is more than the most that is allowed.",
                        "8: \"pattern\" is no RE2 expression: invalid escape sequence.",
                        "9: \"enum\" must hold values of the parameter's type only.",
                        "10: \"items\" is missing; an array says what it holds, such as items: {type: integer}.",
                        "11: \"items\" must be single values, not arrays or JSON.",
                        "12: \"default\" must be a whole number at most 100, but was 101.",
                        "13: \"default\" must be a date such as 2024-12-31, but was \"today\".",
                        "14: \"from\" must be one of: auth:sub, auth:tenant, auth:role. Did you mean \"auth:sub\"?",
                        "15: What comes from the caller has a type and nothing else, since no model ever gives it.",
                        "16: \"items\" has no \"required\", \"default\" or \"from\" of its own.",
                        "16: \"default[2]\" must be a text of at most 2 characters, but was \"ccc\".",
                        "17: \"unused\" is not used: the statement has no :unused.",
                        "18: \"empty\" is empty; say at least its type, such as {type: string}.",
                        "18: \"empty\" is not used: the statement has no :empty.",
                        "19: Names of parameters are letters, digits and _, and begin with no digit.",
                        "19: \"2nd\" is not used: the statement has no :2nd.");
    }

    @Test
    void tellsWhatIsWrongWithNamesAndIdentifiers() {
        assertThat(problems("""
                tools:
                  - name: twice
                    description: x
                    sql: SELECT 1
                  - name: twice
                    description: x
                    sql: |
                      SELECT :regoin,
                        $2
                      -- :no parameter
                      WHERE ':nor this' = :both ORDER BY :by, :none, :odd
                    parameters:
                      region: {type: string}
                      both: {type: string}
                    identifiers:
                      both: [a]
                      by: [a, a]
                      none: []
                      odd: [a, "a\\nb", '']
                """))
                .containsExactly(
                        "5: There is another tool named \"twice\"; choose another name.",
                        "8: \":regoin\" is not declared below parameters. Did you mean \"region\"?",
                        "9: Write :name for a value, not $2.",
                        "13: \"region\" is not used: the statement has no :region.",
                        "16: \"both\" is among the parameters too; it is either a value or an identifier.",
                        "17: \"by\" must list the names that may be chosen, each once.",
                        "18: \"none\" must list the names that may be chosen, each once.",
                        "19: \"odd\" must list names as PostgreSQL has them: 1 to 63 bytes, no control characters.");
    }

    /** The text guard is the one of every query; here only that it is asked, and where it points. */
    @Test
    void tellsWhatIsWrongWithStatements() {
        assertThat(problems("""
                tools:
                  - name: two
                    description: x
                    sql: |
                      SELECT 1;

                      DROP TABLE customers
                  - name: writes
                    description: x
                    sql: DELETE FROM customers
                  - name: locks
                    description: x
                    sql: SELECT 1 FROM customers FOR UPDATE
                  - name: open
                    description: x
                    sql: |-
                      SELECT
                       'no end
                  - name: empty
                    description: x
                    sql: '-- nothing'
                  - name: table
                    description: x
                    access: write
                    sql: DROP TABLE customers
                """))
                .hasSize(6)
                .satisfiesExactly(
                        two -> assertThat(two).startsWith("5: Send one statement at a time"),
                        writes -> assertThat(writes).startsWith("10: DELETE is not allowed here"),
                        locks -> assertThat(locks).startsWith("13: FOR UPDATE and FOR SHARE lock rows."),
                        open -> assertThat(open).startsWith("18: "),
                        empty -> assertThat(empty).isEqualTo("21: There is no statement in the text."),
                        table -> assertThat(table).startsWith("25: A tool that writes changes rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TestingPostgres.READER, TestingPostgres.SUPERUSER})
    void tellsWhatTheDatabaseSaysOfStatements(String role) {
        DeclaredFile file = DeclaredFile.in(folder, """
                tools:
                  - name: column
                    description: x
                    sql: |
                      SELECT id,
                        nmae
                      FROM customers
                  - name: type
                    description: x
                    sql: SELECT name FROM customers WHERE id = :id
                    parameters:
                      id: {type: uuid}
                  - name: untyped
                    description: x
                    sql: SELECT :status IS NULL
                    parameters:
                      status: {type: string}
                  - name: reads_files
                    description: x
                    sql: SELECT pg_read_file(:name)
                    parameters:
                      name: {type: string}
                  - name: choice
                    description: x
                    sql: SELECT 1 FROM customers ORDER BY :sort
                    identifiers:
                      sort: [name, title]
                  - name: elsewhere
                    description: x
                    database: raeder
                    sql: SELECT 1
                  - name: inserts
                    description: x
                    access: write
                    sql: INSERT INTO reviews (id, bdy) VALUES (1, 'x')
                """);
        assertThat(file.problems(role).stream()
                        .filter(problem -> !problem.contains("no database"))
                        .toList())
                .satisfiesExactly(
                        column -> assertThat(column).startsWith("6: column \"nmae\" does not exist"),
                        type -> assertThat(type).isEqualTo("12: The statement takes int4 for :id, which is no uuid."),
                        untyped -> assertThat(untyped)
                                .startsWith("15: could not determine data type of parameter \"status\""),
                        files -> assertThat(files).startsWith("20: ").contains("pg_read_file"),
                        choice -> assertThat(choice).startsWith("25: column \"title\" does not exist"),
                        inserts -> assertThat(inserts).startsWith("35: column \"bdy\" "));
        assertThat(file.problems(role))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("30: \"database\": There is no database of that name."));
    }

    @Test
    void wantsToKnowWhichOfSeveralDatabases() {
        DeclaredFile file = DeclaredFile.in(folder, """
                tools:
                  - name: one
                    description: x
                    sql: SELECT 1
                  - name: other
                    description: x
                    database: writer
                    sql: SELECT 1
                """);
        assertThat(file.problems("reader", "writer"))
                .containsExactly("2: \"database\": Say which database: reader, writer.");
        assertThat(file.problems("writer")).isEmpty();
    }

    @Test
    void runsNothingToDescribeIt() {
        String before = TestingPostgres.see("SELECT last_value FROM invoice_numbers");
        DeclaredFile file = DeclaredFile.in(folder, """
                tools:
                  - name: takes_a_number
                    description: x
                    access: write
                    sql: SELECT nextval('invoice_numbers')
                  - name: cannot_be_run
                    description: x
                    sql: SELECT 1 / :zero::int
                    parameters:
                      zero: {type: integer, default: 0}
                """);
        assertThat(file.problems("writer")).isEmpty();
        assertThat(TestingPostgres.see("SELECT last_value FROM invoice_numbers"))
                .isEqualTo(before);
    }

    private List<String> problems(String text) {
        return DeclaredFile.in(folder, text).problems();
    }
}
