package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says why a statement failed, as far as the model that wrote it can use: message, SQLSTATE, position, hint and names that
 * are near; never details, which quote rows, nor values that were bound.
 */
final class StatementFailures {

    private static final int MESSAGE_CHARS = 500;
    private static final int NEAR_CHARS = 30;
    static final int BEHIND_EVERYTHING = Integer.MAX_VALUE;
    private static final String READ_ONLY =
            "The database can only be read: it is a replica, or its default_transaction_read_only is on for this role.";

    /** Shorter values are looked for in quotes only: they are in every message. */
    private static final int LEAST_CHARS = 4;

    /** The server does not double the quotes in it. */
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

    private StatementFailures() {}

    /** Whether the connection is gone, or the server about to go. */
    static boolean isBroken(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** The statement was ended by us, or the connection is gone. */
    static ToolException broken(String database, SQLException e) {
        return new ToolException(
                Reason.UNAVAILABLE,
                "The connection to the database " + database + " broke (SQLSTATE " + e.getSQLState()
                        + "): the server was stopped, somebody ended the session, or the network failed. Nothing was"
                        + " changed; call again.",
                e);
    }

    /** The connection broke when the work was to be kept: the server may have done so before. */
    static ToolException unknown(String database, SQLException e) {
        return new ToolException(
                Reason.UNAVAILABLE,
                "The connection to the database " + database + " broke while the changes were committed (SQLSTATE "
                        + e.getSQLState() + "): whether they were kept is unknown. Look before you call again.",
                e);
    }

    static ToolException timedOut(Duration limit, @Nullable Throwable cause) {
        return new ToolException(
                Reason.TIMEOUT,
                "The statement was ended after " + seconds(limit) + " s. Make it cheaper: filter on indexed columns,"
                        + " aggregate less, or look at its plan first.",
                cause);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? String.valueOf(limit.toSeconds())
                : String.format(Locale.ROOT, "%.1f", limit.toMillis() / 1000.0);
    }

    /** A statement that failed, without its values: what we put before it, names that are near, and how to hide values. */
    private record Failed(String sql, int offset, List<String> near, UnaryOperator<String> withoutValues) {}

    /**
     * @param offset characters that we put before the statement
     */
    static ToolException rejected(SQLException e, ModelQuery query, int offset, List<String> near) {
        return rejected(e, new Failed(query.sql(), offset, near, message -> withoutValues(message, query)));
    }

    /** For what we wrote: positions in it say nothing to the model, and each value has a name. */
    static ToolException rejected(SQLException e, BoundSql sql, List<String> near) {
        return rejected(e, new Failed(sql.query().sql(), BEHIND_EVERYTHING, near, sql::withoutValues));
    }

    private static ToolException rejected(SQLException e, Failed failed) {
        ServerErrorMessage server = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        if (server == null && "25006".equals(e.getSQLState())) {
            return new ToolException(Reason.DENIED, READ_ONLY, e);
        }
        if (server == null) {
            return new ToolException(
                    Reason.INVALID, "The driver cannot send this statement (SQLSTATE " + e.getSQLState() + ").", e);
        }
        String state = String.valueOf(server.getSQLState());
        StringBuilder text = new StringBuilder(shown(server.getMessage(), server, failed))
                .append(" (SQLSTATE ")
                .append(state)
                .append(position(server.getPosition() - failed.offset, failed.sql))
                .append(")");
        if (server.getHint() != null) {
            text.append(" Hint: ").append(shown(server.getHint(), server, failed));
        }
        text.append(otherDialect(server, failed.sql));
        if (!failed.near.isEmpty()) {
            text.append(" There is: ").append(String.join(", ", failed.near)).append(".");
        }
        return new ToolException(reason(state), text.toString(), e);
    }

    /** What MySQL would have understood. */
    private static String otherDialect(ServerErrorMessage server, String sql) {
        String state = String.valueOf(server.getSQLState());
        if (sql.indexOf('`') >= 0 && (state.equals("42601") || state.equals("42883"))) {
            return " Names are quoted by \", not by `.";
        }
        return state.equals("42704") && lower(sql).startsWith("show ")
                ? " SHOW tells settings only; list_objects and describe_table tell of tables."
                : "";
    }

    /** What was refused before it ran has a position; what fails later may quote any row. */
    private static String shown(@Nullable String message, ServerErrorMessage server, Failed failed) {
        String shown = failed.withoutValues.apply(String.valueOf(message));
        return Clip.line(
                server.getPosition() == 0 ? withoutRows(shown, failed.sql, names(server)) : shown, MESSAGE_CHARS);
    }

    private static Reason reason(String state) {
        return switch (state) {
            case "42P01", "42703", "42883", "3F000", "42704" -> Reason.NOT_FOUND;
            case "42501", "25006" -> Reason.DENIED;
            case "57014", "55P03" -> Reason.TIMEOUT;
            case "53000", "53100", "53200", "53300", "53400", "40001", "40P01" -> Reason.UNAVAILABLE;
            default -> Reason.INVALID;
        };
    }

    /** The server quotes values that it cannot read: those that were bound, and those of rows. */
    private static String withoutValues(String message, ModelQuery query) {
        String shown = message;
        for (int i = 0; i < query.values().size(); i++) {
            for (String value : texts(query.values().get(i))) {
                shown = shown.replace('"' + value + '"', "$" + (i + 1));
                shown = value.length() < LEAST_CHARS ? shown : shown.replace(value, "$" + (i + 1));
            }
        }
        return shown;
    }

    /** Shows what is quoted only when all of it are names that the error says apart, or when the model wrote it. */
    private static String withoutRows(String message, String sql, Stream<String> names) {
        String rest = names.reduce(message, (text, name) -> text.replace('"' + name + '"', ""));
        Matcher quoted = QUOTED.matcher(rest);
        boolean known =
                rest.indexOf('"') < 0 || (quoted.find() && lower(sql).contains(lower(String.valueOf(quoted.group(1)))));
        return known ? message : QUOTED.matcher(message).replaceFirst("(a value)");
    }

    /** Of what the server itself refused: these are never values. What fails in a function may be what somebody raised. */
    private static Stream<String> names(ServerErrorMessage server) {
        if (server.getWhere() != null) {
            return Stream.of();
        }
        return Stream.of(
                        server.getConstraint(),
                        server.getTable(),
                        server.getColumn(),
                        server.getDatatype(),
                        server.getSchema())
                .filter(Objects::nonNull);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As it was sent, and each part of it. */
    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> items) {
            items.forEach(item -> texts.addAll(texts(item)));
        } else if (value instanceof Map<?, ?> map) {
            texts.addAll(texts(map.values()));
        }
        if (value != null) {
            texts.add(0, BoundValue.text(value));
        }
        return texts;
    }

    private static String position(int position, String sql) {
        if (position < 1 || position > sql.length()) {
            return "";
        }
        String near = Clip.line(Clip.head(sql.substring(position - 1), NEAR_CHARS), NEAR_CHARS);
        return ", at character " + position + ": " + near;
    }

    /** The name of the enum that has no such value. */
    static Optional<String> enumeration(SQLException e) {
        Matcher matcher = ENUMERATION.matcher(String.valueOf(e.getMessage()));
        return "22P02".equals(e.getSQLState()) && matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static final Pattern ENUMERATION = Pattern.compile("invalid input value for enum ([^:]+): ");

    private static final Pattern RELATION = Pattern.compile("relation \"([^\"]+)\"|\"([^\"]+)\"");

    /** The names among these that are near to the one that the server does not know. */
    static List<String> near(SQLException e, List<String> names) {
        Matcher matcher = RELATION.matcher(String.valueOf(e.getMessage()));
        if (!matcher.find()) {
            return List.of();
        }
        String missing = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        String bare = missing.substring(missing.lastIndexOf('.') + 1);
        List<String> whole = Nearest.to(missing, names, 3);
        return whole.isEmpty()
                ? names.stream()
                        .filter(name -> !Nearest.to(bare, List.of(name.substring(name.lastIndexOf('.') + 1)), 1)
                                .isEmpty())
                        .limit(3)
                        .toList()
                : whole;
    }
}
