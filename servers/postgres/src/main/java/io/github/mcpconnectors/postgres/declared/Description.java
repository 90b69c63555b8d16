package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Described;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.database.Unattended;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What databases say of declared statements, without running any. A database that does not answer is asked once. */
final class Description {

    private static final Pattern POSITION = Pattern.compile("at character (\\d+)");

    private final YamlFile file;
    private final Databases databases;
    private final Map<String, Boolean> answering = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Description(YamlFile file, Databases databases) {
        this.file = file;
        this.databases = databases;
    }

    /** What could not be looked at. */
    List<String> warnings() {
        return warnings;
    }

    /** Of the rows; none if they are not known or depend on the arguments. Notes what is wrong with the statement. */
    List<Rows.Column> columns(String path, DeclaredStatement statement) {
        if (databases.all().isEmpty()) {
            return List.of();
        }
        Optional<Database> database = database(path, statement);
        if (database.isEmpty() || !answers(database.get())) {
            return List.of();
        }
        List<List<Rows.Column>> columns = new ArrayList<>();
        for (ModelQuery variant : statement.variants()) {
            describe(path, statement, variant).ifPresent(described -> {
                checkTypes(path, statement, described);
                columns.add(described.columns());
            });
        }
        return columns.stream().distinct().count() == 1 ? columns.get(0) : List.of();
    }

    private Optional<Database> database(String path, DeclaredStatement statement) {
        try {
            return Optional.of(statement.database(databases));
        } catch (ToolException e) {
            file.problem(path + ".database", "\"database\": " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean answers(Database database) {
        return answering.computeIfAbsent(database.name(), name -> {
            try {
                return database.read(new Unattended(), session -> true);
            } catch (ToolException e) {
                warnings.add(notChecked(database, e));
                return false;
            }
        });
    }

    private static String notChecked(Database database, ToolException why) {
        return "Declared tools are not checked against the database " + database.name() + ": " + why.getMessage();
    }

    private Optional<Described> describe(String path, DeclaredStatement statement, ModelQuery query) {
        try {
            return Optional.of(statement.named(() -> describe(statement, query)));
        } catch (ToolException e) {
            if (e.reason() == Reason.UNAVAILABLE || e.reason() == Reason.TIMEOUT) {
                warnings.add(notChecked(statement.database(databases), e));
                return Optional.empty();
            }
            Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
            int line = position.find() ? NamedSql.line(query.sql(), Integer.parseInt(position.group(1)) - 1) : 1;
            file.problemInText(path + ".sql", line, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Described describe(DeclaredStatement statement, ModelQuery query) {
        Database database = statement.database(databases);
        return statement.declaration().access() == Access.READ
                ? database.read(new Unattended(), session -> session.describe(query))
                : database.rehearse(new Unattended(), Writing.ROWS, session -> session.describe(query));
    }

    private void checkTypes(String path, DeclaredStatement statement, Described described) {
        List<String> names = statement.valueNames();
        for (int i = 0; i < names.size(); i++) {
            String wanted = described.parameterTypes().get(i);
            ParameterType given =
                    Objects.requireNonNull(statement.parameter(names.get(i)).type());
            if (!given.fits(wanted)) {
                file.problem(
                        path + ".parameters." + names.get(i) + ".type",
                        "The statement takes " + wanted + " for :" + names.get(i) + ", which is no "
                                + given.name().toLowerCase(Locale.ROOT) + ".");
            }
        }
    }

    /** For the doctor. */
    String sentence(DeclaredStatement statement) {
        Described described =
                statement.named(() -> describe(statement, statement.variants().get(0)));
        String columns = described.columns().stream().map(Rows.Column::name).collect(Collectors.joining(", "));
        String verb = statement.declaration().access() == Access.READ ? "reads " : "changes rows, returns ";
        return verb + (columns.isEmpty() ? "nothing" : columns) + " of the database "
                + statement.database(databases).name();
    }
}
