package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.settings.SettingsModel;
import io.github.mcpconnectors.shared.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a program offers for a command line, without starting it. */
final class Programs {

    private Programs() {}

    static <S extends Record> Connector connector(Program<S> program, List<String> arguments) {
        SettingsModel model = new SettingsModel(program.name(), program.settings());
        SettingsReader.Result<S> read = SettingsReader.read(model, program.settings(), arguments, Map.of());
        assertThat(read.problems()).isEmpty();
        return program.connector()
                .apply(
                        Objects.requireNonNull(read.own()),
                        Objects.requireNonNull(read.http()).reach());
    }
}
