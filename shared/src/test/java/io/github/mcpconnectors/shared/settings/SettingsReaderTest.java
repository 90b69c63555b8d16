package io.github.mcpconnectors.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.protocol.Consent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    record Own(
            @Positional("DIR...") @Description("Directories") @Default("")
            List<String> directories,

            @Description("Write") @Default("false") boolean write,

            @Description("Rows") @Range(min = 1, max = 1000) @Default("100")
            int maxRows,

            @Description("A name") @Nullable String name) {}

    @TempDir
    Path folder;

    @Test
    void hasDefaults() {
        SettingsReader.Result<Own> read = read(Map.of());
        assertThat(read.own()).isEqualTo(new Own(List.of(), false, 100, null));
        assertThat(read.common())
                .isEqualTo(new CommonSettings(
                        List.of(),
                        List.of(),
                        Consent.ASK,
                        16_777_216,
                        128,
                        300,
                        100,
                        CommonSettings.Tasks.ON,
                        CommonSettings.LogLevel.WARN,
                        null));
    }

    @Test
    void readsOptionsInBothFormsAndBareWords() {
        assertThat(read(Map.of(), "a", "--write", "--max-rows", "5", "--name=x=y", "b c", "--", "--odd")
                        .own())
                .isEqualTo(new Own(List.of("a", "b c", "--odd"), true, 5, "x=y"));
        assertThat(read(Map.of(), "--write=false", "--tools", "a, b", "--tools=c")
                        .common())
                .extracting(CommonSettings::tools)
                .isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void prefersOptionsToVariablesToTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"), "max-rows: 1\nname: file\ndirectories: [x, y]\nwrite: true\n");
        Map<String, String> environment = Map.of("MCP_X_MAX_ROWS", "2", "MCP_X_NAME", "variable", "PATH", "/bin");
        assertThat(read(environment, "--config", file.toString(), "--max-rows=3")
                        .own())
                .isEqualTo(new Own(List.of("x", "y"), true, 3, "variable"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndWhereItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "max-row: 1\nname: [1]\n");
        assertThat(read(
                                Map.of("MCP_X_MAXROWS", "1", "MCP_X_MAX_ROWS", "many"),
                                "--wriet",
                                "--confirm=maybe",
                                "--config",
                                file.toString())
                        .problems())
                .containsExactlyInAnyOrder(
                        "There is no option --wriet. Did you mean \"--write\"? See --help.",
                        "There is no variable MCP_X_MAXROWS. Did you mean \"MCP_X_MAX_ROWS\"?",
                        "There is no setting \"max-row\" (in " + file + "). Did you mean \"max-rows\"?",
                        "MCP_X_MAX_ROWS: \"max-rows\" must be a whole number from 1 to 1000, but was \"many\".",
                        "name in " + file + ": \"name\" must be a text, but was [1].",
                        "--confirm: \"confirm\" must be one of: ask, never, but was \"maybe\".");
    }

    @Test
    void takesWhatAHostLeftEmptyAsNotGiven() {
        assertThat(read(Map.of("MCP_X_NAME", "", "MCP_X_WRITE", "${user_config.write}"), "${user_config.dirs}", " ")
                        .own())
                .isEqualTo(new Own(List.of(), false, 100, null));
    }

    @Test
    void refusesAnOptionWithoutItsValueOrGivenTwice() {
        assertThat(read(Map.of(), "--max-rows").problems()).containsExactly("--max-rows needs a value");
        assertThat(read(Map.of(), "--name=a", "--name=b").problems())
                .containsExactly("--name is given 2 times; give it once");
    }

    @Test
    void tellsWhatIsWrongWithTheFile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [1\nb: 2");
        Path list = Files.writeString(folder.resolve("list.yaml"), "- 1\n");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        assertThat(read(Map.of(), "--config", broken.toString()).problems())
                .singleElement()
                .asString()
                .contains("line 2");
        assertThat(read(Map.of(), "--config", list.toString()).problems())
                .singleElement()
                .asString()
                .contains("name: value");
        assertThat(read(Map.of(), "--config", folder.resolve("no").toString()).problems())
                .hasSize(1);
        assertThat(read(Map.of(), "--config", empty.toString()).problems()).isEmpty();
    }

    private static SettingsReader.Result<Own> read(Map<String, String> environment, String... arguments) {
        return SettingsReader.read(new SettingsModel("x", Own.class), Own.class, List.of(arguments), environment);
    }
}
