package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.settings.CommonSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the subcommand in a command line; what is not its own are ordinary settings of the server. */
public final class Commands {

    public static final Set<String> NAMES = Set.of("tools", "call", "doctor");

    private static final Set<String> FORMATS = Set.of("--json", "--markdown");

    private final List<String> own = new ArrayList<>();
    private final Set<String> formats = new HashSet<>();
    private final List<String> settings = new ArrayList<>();

    /** An empty command line stands for serving. */
    public Commands(List<String> arguments) {
        for (String argument : arguments) {
            if (!own.isEmpty() && FORMATS.contains(argument)) {
                formats.add(argument);
            } else {
                (isOwn(argument) ? own : settings).add(argument);
            }
        }
    }

    /** The name of the subcommand; after call, a tool and its arguments. */
    private boolean isOwn(String argument) {
        boolean call = !own.isEmpty() && own.get(0).equals("call");
        return own.isEmpty()
                || (call && own.size() == 1 && !argument.startsWith("-"))
                || (call && own.size() == 2 && (argument.startsWith("{") || argument.startsWith("[")));
    }

    /** Of the subcommand; empty without one. */
    public String name() {
        return own.isEmpty() ? "" : own.get(0);
    }

    public boolean isEmpty() {
        return own.isEmpty();
    }

    public List<String> settings() {
        return settings;
    }

    /** The exit code: 0, 1 when a tool or a check failed, 2 when the command line is wrong. */
    public int run(Connector connector, CommonSettings common, Terminal terminal) {
        boolean json = formats.contains("--json");
        boolean markdown = formats.contains("--markdown");
        return switch (own.get(0)) {
            case "tools" -> {
                new ListTools(connector).print(json ? "json" : markdown ? "markdown" : "text", terminal.out());
                yield 0;
            }
            case "doctor" -> new Doctor(connector).run(terminal.out());
            default -> call(new CallTool(connector, common.confirm(), terminal), json);
        };
    }

    private int call(CallTool call, boolean json) {
        if (own.size() < 2) {
            throw new StartException(2, "call needs the name of a tool; the subcommand tools lists them");
        }
        return call.run(own.get(1), own.size() > 2 ? own.get(2) : "{}", json);
    }
}
