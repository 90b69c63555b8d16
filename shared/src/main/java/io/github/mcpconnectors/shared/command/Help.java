package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.schema.Field;
import io.github.mcpconnectors.shared.schema.Written;
import io.github.mcpconnectors.shared.settings.SettingsModel;
import java.util.List;
import java.util.Objects;

/** What --help prints: one screen, and with all every option. */
public final class Help {

    private static final int WIDTH = 110;

    private Help() {}

    public static String text(Program<?> program, boolean all) {
        SettingsModel model = new SettingsModel(program.name(), program.settings());
        String jar = "java -jar mcp-" + program.name() + ".jar";
        Field positional = model.positional();
        String words = positional == null
                ? ""
                : " "
                        + Objects.requireNonNull(positional.component().getAnnotation(Positional.class))
                                .value();
        StringBuilder text = new StringBuilder();
        text.append("Usage: ").append(jar).append(words).append(" [options]\n");
        text.append(program.summary()).append("\n\n");
        text.append("Example: ")
                .append(jar)
                .append(" ")
                .append(program.example())
                .append("\n\n");
        text.append("Options (also as variables: --max-x 5 is ");
        text.append(model.variable(positional == null ? model.fields().get(0) : positional)
                .replaceAll("_[A-Z]+$", "_"));
        text.append("MAX_X=5; or in a YAML file: max-x: 5)\n");
        model.own().stream().filter(field -> !field.equals(positional)).forEach(field -> option(text, field));
        if (all) {
            model.common().forEach(field -> option(text, field));
        } else {
            names(text, model.common());
        }
        text.append("\nSubcommands, followed by the same options:\n");
        row(text, "tools [--json|--markdown]", "list the tools");
        row(text, "call TOOL [JSON] [--json]", "run one tool and print its result");
        row(text, "doctor", "check the settings and say what to fix");
        program.subcommands().forEach(own -> row(text, own.name(), own.summary()));
        return text.append("\n  --help [all], --version\n").toString();
    }

    private static void names(StringBuilder text, List<Field> common) {
        text.append("\nOptions of every server, which --help all explains:");
        int width = WIDTH;
        for (Field field : common) {
            width += field.name().length() + 3;
            if (width >= WIDTH) {
                text.append("\n ");
                width = field.name().length() + 4;
            }
            text.append(" --").append(field.name());
        }
        text.append('\n');
    }

    private static void option(StringBuilder text, Field field) {
        Class<?> type = field.component().getType();
        String value = type == boolean.class ? "" : " " + word(type);
        String name = "--" + field.name() + (field.isSecret() ? "[-file] TEXT|FILE" : value);
        String standard = field.defaultText();
        boolean shown = standard != null && !standard.isEmpty() && type != boolean.class;
        row(text, name, field.description() + (shown ? " (" + standard + ")" : ""));
    }

    private static String word(Class<?> type) {
        Written written = type.getAnnotation(Written.class);
        if (written != null) {
            return written.form();
        }
        if (type.isEnum()) {
            return String.join("|", Field.constants(type));
        }
        return type == List.class ? "A,B" : type == String.class ? "TEXT" : "N";
    }

    private static void row(StringBuilder text, String left, String right) {
        text.append(String.format("  %-32s %s%n", left, right));
    }
}
