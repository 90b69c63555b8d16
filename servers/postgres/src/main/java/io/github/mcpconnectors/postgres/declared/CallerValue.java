package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a statement can learn of its caller, whatever the model says: written {@code auth:sub} and so on in the file. */
enum CallerValue {
    SUB("authenticated callers"),
    TENANT("callers of a tenant"),
    ROLE("callers with one role");

    private static final String PREFIX = "auth:";

    private final String who;

    CallerValue(String who) {
        this.who = who;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(CallerValue::written).toList();
    }

    static CallerValue named(String written) {
        return valueOf(written.substring(PREFIX.length()).toUpperCase(Locale.ROOT));
    }

    private String written() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** DENIED where the caller has no such value; all roles for an array. */
    Object of(Caller caller, boolean array) {
        if (this == ROLE && array && !caller.roles().isEmpty()) {
            return caller.roles().stream().sorted().toList();
        }
        String value = caller.authenticated() ? text(caller) : null;
        if (value == null || value.isBlank()) {
            throw new ToolException(
                    Reason.DENIED,
                    "This tool is for " + who + ", and this caller is none of them. No argument can stand in for that;"
                            + " whoever runs this server can let callers authenticate.");
        }
        return array ? List.of(value) : value;
    }

    private @Nullable String text(Caller caller) {
        return switch (this) {
            case SUB -> caller.principal();
            case TENANT -> caller.tenant();
            case ROLE -> caller.roles().size() == 1 ? caller.roles().iterator().next() : null;
        };
    }
}
