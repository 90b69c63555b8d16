package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Check;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.ToolException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The subcommand doctor: looks at the surroundings and says what to fix. */
final class Doctor {

    private final List<Check> checks = new ArrayList<>();

    Doctor(Connector connector) {
        checks.add(new Check("java", () -> Runtime.version() + ", " + System.getProperty("java.home")));
        checks.add(new Check("file names", Doctor::fileNames));
        checks.addAll(connector.checks());
        checks.add(new Check("tools", () -> connector.tools().size() + " offered"));
    }

    int run(PrintStream out) {
        int broken = 0;
        for (Check check : checks) {
            try {
                out.println("ok    " + check.name() + ": " + check.look().get());
            } catch (ToolException e) {
                broken++;
                out.println("FIX   " + check.name() + ": " + e.getMessage());
            }
        }
        return broken == 0 ? 0 : 1;
    }

    private static String fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "unknown");
        if (encoding.startsWith("UTF")) {
            return "any letter (" + encoding + ")";
        }
        throw new ToolException(
                ToolException.Reason.UNAVAILABLE,
                "only " + encoding + "; set LC_ALL=C.UTF-8 in the environment of this server");
    }
}
