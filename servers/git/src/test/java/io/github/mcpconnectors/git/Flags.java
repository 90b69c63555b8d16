package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.Default;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.stream.Stream;

/** Command lines made from the settings, so that a new flag is tested without being named. */
final class Flags {

    private Flags() {}

    /** Every switch that offers more tools; not those that trust a repository more. */
    static String[] everything() {
        return Stream.of(GitSettings.class.getRecordComponents())
                .filter(setting -> setting.getType() == boolean.class)
                .filter(setting -> setting.getAnnotation(Default.class).value().equals("false"))
                .map(RecordComponent::getName)
                .filter(name -> !name.startsWith("trust"))
                .map(name -> "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static String[] everythingAnd(String... more) {
        return Stream.concat(Stream.of(everything()), Stream.of(more)).toArray(String[]::new);
    }
}
