package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.postgres.sql.Token;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with one declared tool, as far as that can be seen without a database. */
final class DeclarationCheck {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final int MAX_IDENTIFIER = 63;
    private static final Pattern LINE = Pattern.compile(" \\(line (\\d+), column \\d+\\)");

    private final YamlFile file;
    private final String path;
    private final Declaration declaration;
    private boolean ok = true;

    DeclarationCheck(YamlFile file, String path, Declaration declaration) {
        this.file = file;
        this.path = path;
        this.declaration = declaration;
    }

    /** Empty after what is wrong was noted, unless that concerns nothing but single parameters. */
    Optional<DeclaredStatement> check() {
        declaration.parameters().forEach(this::checkParameter);
        declaration.identifiers().forEach(this::checkIdentifier);
        try {
            NamedSql sql = NamedSql.of(declaration.sql());
            checkNames(sql);
            DeclaredStatement statement = new DeclaredStatement(declaration, sql);
            if (ok) {
                statement.variants().forEach(this::checkText);
            }
            return ok ? Optional.of(statement) : Optional.empty();
        } catch (ToolException e) {
            wrongSql(e);
            return Optional.empty();
        }
    }

    private void checkParameter(String name, @Nullable Parameter parameter) {
        String at = "parameters." + name;
        checkName(at, name);
        if (parameter == null) {
            wrong(at, "\"" + name + "\" is empty; say at least its type, such as {type: string}.");
        } else {
            new ParameterCheck(file, path + "." + at, parameter).check();
        }
    }

    private void checkIdentifier(String name, @Nullable List<String> choices) {
        String at = "identifiers." + name;
        checkName(at, name);
        if (declaration.parameters().containsKey(name)) {
            wrong(at, "\"" + name + "\" is among the parameters too; it is either a value or an identifier.");
        }
        if (choices == null || choices.isEmpty() || Set.copyOf(choices).size() != choices.size()) {
            wrong(at, "\"" + name + "\" must list the names that may be chosen, each once.");
        } else if (!choices.stream().allMatch(DeclarationCheck::isIdentifier)) {
            wrong(at, "\"" + name + "\" must list names as PostgreSQL has them: 1 to 63 bytes, no control characters.");
        }
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= MAX_IDENTIFIER
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private void checkName(String at, String name) {
        if (!name.matches(NAME)) {
            wrong(at, "Names of parameters are letters, digits and _, and begin with no digit.");
        }
    }

    private void checkNames(NamedSql sql) {
        Set<String> declared = new HashSet<>(declaration.parameters().keySet());
        declared.addAll(declaration.identifiers().keySet());
        for (Token token : sql.parameters()) {
            if (Character.isDigit(token.text().charAt(0))) {
                wrongSql(sql.line(token), "Write :name for a value, not $" + token.text() + ".");
            } else if (!declared.contains(token.text())) {
                String hint = Nearest.hint(token.text(), declared);
                wrongSql(sql.line(token), "\":" + token.text() + "\" is not declared below parameters." + hint);
            }
        }
        declaration.parameters().keySet().forEach(name -> checkUsed(sql, "parameters.", name));
        declaration.identifiers().keySet().forEach(name -> checkUsed(sql, "identifiers.", name));
    }

    private void checkUsed(NamedSql sql, String below, String name) {
        if (!sql.names().contains(name)) {
            wrong(below + name, "\"" + name + "\" is not used: the statement has no :" + name + ".");
        }
    }

    private void checkText(ModelQuery query) {
        SqlStatement statement = SqlStatement.read(query.sql(), Syntax.STANDARD);
        if (declaration.access() == Access.READ) {
            statement.requireRead();
        } else if (!statement.isExplainable()) {
            wrongSql(1, "A tool that writes changes rows: begin with INSERT, UPDATE, DELETE, MERGE, WITH or SELECT.");
        }
    }

    private void wrongSql(ToolException e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        wrongSql(line.find() ? Integer.parseInt(line.group(1)) : 1, line.replaceFirst(""));
    }

    private void wrongSql(int line, String sentence) {
        ok = false;
        file.problemInText(path + ".sql", line, sentence);
    }

    private void wrong(String at, String sentence) {
        ok = false;
        file.problem(path + "." + at, sentence);
    }
}
