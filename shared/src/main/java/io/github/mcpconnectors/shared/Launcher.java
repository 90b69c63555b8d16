package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.command.Commands;
import io.github.mcpconnectors.shared.command.Help;
import io.github.mcpconnectors.shared.command.Terminal;
import io.github.mcpconnectors.shared.settings.CommonSettings;
import io.github.mcpconnectors.shared.settings.HttpSettings;
import io.github.mcpconnectors.shared.settings.SettingsModel;
import io.github.mcpconnectors.shared.settings.SettingsReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Runs a {@link Program}. The only class that touches the standard streams or ends the process. */
public final class Launcher {

    private static final int USAGE = 2;

    private final Program<?> program;
    private final List<String> arguments;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private Launcher(Program<?> program, List<String> arguments, InputStream in, PrintStream out) {
        this.program = program;
        this.arguments = arguments;
        this.in = in;
        this.out = out;
        this.err = System.err;
    }

    /** Does not return: the process ends with 0, 1 (a tool or check failed) or 2 (wrong settings). */
    public static void run(Program<?> program, String... arguments) {
        // From here on stdout carries what we mean to say: whatever else prints, prints to stderr.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        InputStream in = System.in;
        System.setIn(InputStream.nullInputStream());
        OptionalInt relaunched = Utf8Locale.relaunch(System.getenv(), System.err);
        int code = relaunched.isPresent()
                ? relaunched.getAsInt()
                : new Launcher(program, List.of(arguments), in, out).start();
        out.flush();
        System.exit(code);
    }

    private int start() {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Help.text(program, arguments.contains("all")));
            return 0;
        }
        if (arguments.contains("--version")) {
            out.println("mcp-" + program.name() + " " + version() + " (Java "
                    + Runtime.version().feature() + ")");
            return 0;
        }
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        boolean command =
                Commands.NAMES.contains(first) || program.subcommand(first).isPresent();
        Commands commands = new Commands(command ? arguments : List.of());
        try {
            return start(program, commands, command ? commands.settings() : arguments);
        } catch (StartException e) {
            err.println(e.getMessage());
            return e.exitCode();
        }
    }

    private <S extends Record> int start(Program<S> program, Commands commands, List<String> settings) {
        SettingsModel model = new SettingsModel(program.name(), program.settings());
        SettingsReader.Result<S> read = SettingsReader.read(model, program.settings(), settings, System.getenv());
        if (!read.problems().isEmpty()) {
            read.problems().forEach(err::println);
            return USAGE;
        }
        CommonSettings common = Objects.requireNonNull(read.common());
        // Before the first logger exists.
        System.setProperty(
                "org.slf4j.simpleLogger.defaultLogLevel", common.log().name());
        // It warns of every malformed request, which anybody could fill the log with.
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty", "error");
        S own = Objects.requireNonNull(read.own());
        Optional<Subcommand<S>> subcommand = program.subcommand(commands.name());
        if (subcommand.isPresent()) {
            out.print(subcommand.get().text().apply(own));
            return 0;
        }
        HttpSettings http = Objects.requireNonNull(read.http());
        Connector connector = narrow(program.connector().apply(own, http.reach()), common);
        return commands.isEmpty()
                ? serve(connector, common, http)
                : commands.run(connector, common, new Terminal(in, out, err));
    }

    private int serve(Connector connector, CommonSettings common, HttpSettings http) {
        Serving serving = new Serving(connector, version(), common, http);
        connector.warnings().forEach(err::println);
        try {
            if (http.listen() == null) {
                err.println(connector.title() + " running on stdio");
                serving.stdio(in, out);
            } else {
                serving.http(err::println);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Connector narrow(Connector connector, CommonSettings common) {
        Map<String, ToolHandler<?, ?>> byName = connector.toolsByName();
        List<String> problems = new ArrayList<>();
        Stream.concat(common.tools().stream(), common.disableTools().stream())
                .filter(name -> !byName.containsKey(name))
                .map(name -> "There is no tool \"" + name + "\" with these settings; some need a flag, such as --write."
                        + Nearest.hint(name, byName.keySet()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new StartException(USAGE, String.join("\n", problems));
        }
        if (!common.tools().isEmpty()) {
            byName.keySet().retainAll(common.tools());
        }
        common.disableTools().forEach(byName::remove);
        return connector.withTools(byName.values());
    }

    private static String version() {
        return Objects.requireNonNullElse(Connector.version(), "development");
    }
}
