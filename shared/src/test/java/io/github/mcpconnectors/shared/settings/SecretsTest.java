package io.github.mcpconnectors.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.Secret;
import io.github.mcpconnectors.shared.command.Help;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String SECRET = "s3cr3t-w0rd";

    record Own(
            @Description("Word") @Secret @Length(min = 3, max = 20) @Nullable
            String password) {}

    record WithDefault(@Secret @Default("x") String password) {}

    record Colliding(
            @Secret @Nullable String password, @Nullable String passwordFile) {}

    @TempDir
    Path folder;

    @Test
    void comeFromAnOptionAVariableOrAKey() throws IOException {
        assertThat(password(Map.of(), "--password", "a,b c")).isEqualTo("a,b c");
        assertThat(password(Map.of("MCP_X_PASSWORD", SECRET))).isEqualTo(SECRET);
        assertThat(password(Map.of(), "--config", yaml("password: " + SECRET))).isEqualTo(SECRET);
    }

    @Test
    void comeFromAFileThatAnOptionAVariableOrAKeyNames() throws IOException {
        String file = file("secret", SECRET);
        assertThat(password(Map.of(), "--password-file", file)).isEqualTo(SECRET);
        assertThat(password(Map.of("MCP_X_PASSWORD_FILE", file))).isEqualTo(SECRET);
        assertThat(password(Map.of(), "--config", yaml("password-file: " + file)))
                .isEqualTo(SECRET);
    }

    @Test
    void preferOptionsToVariablesToTheFileInEitherForm() throws IOException {
        String missing = folder.resolve("missing").toString();
        assertThat(password(Map.of("MCP_X_PASSWORD_FILE", missing), "--password=option"))
                .isEqualTo("option");
        assertThat(password(Map.of("MCP_X_PASSWORD", "variable"), "--password-file", file("secret", "option")))
                .isEqualTo("option");
        assertThat(password(Map.of("MCP_X_PASSWORD", "variable"), "--config", yaml("password-file: " + missing)))
                .isEqualTo("variable");
    }

    @Test
    void areRefusedInBothFormsInOnePlace() throws IOException {
        String file = file("secret", SECRET);
        assertThat(read(Map.of(), "--password-file", file, "--password", SECRET).problems())
                .containsExactly("--password and --password-file are both given; give one of them");
        assertThat(read(Map.of("MCP_X_PASSWORD", SECRET, "MCP_X_PASSWORD_FILE", file))
                        .problems())
                .containsExactly("MCP_X_PASSWORD and MCP_X_PASSWORD_FILE are both given; give one of them");
        String yaml = yaml("password: " + SECRET + "\npassword-file: " + file);
        assertThat(read(Map.of(), "--config", yaml).problems())
                .containsExactly(
                        "password in " + yaml + " and password-file in " + yaml + " are both given; give one of them");
    }

    @Test
    void areNotGivenWhereAHostLeftThemEmpty() throws IOException {
        String file = file("secret", SECRET);
        assertThat(password(Map.of("MCP_X_PASSWORD", "${user_config.password}", "MCP_X_PASSWORD_FILE", file)))
                .isEqualTo(SECRET);
        assertThat(password(Map.of("MCP_X_PASSWORD_FILE", ""), "--config", yaml("password: ''")))
                .isNull();
    }

    @Test
    void loseOneLineBreakAtTheEndOfTheirFile() throws IOException {
        assertThat(password(Map.of(), "--password-file", file("unix", " a\nb \n")))
                .isEqualTo(" a\nb ");
        assertThat(password(Map.of(), "--password-file", file("windows", "abc\r\n")))
                .isEqualTo("abc");
        assertThat(password(Map.of(), "--password-file", file("two", "abc\n\n")))
                .isEqualTo("abc\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void comeFromAFileThatOthersMayRead() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(password(Map.of(), "--password-file", file.toString())).isEqualTo(SECRET);
    }

    @Test
    void tellWhatIsWrongWithTheirFile() throws IOException {
        String missing = folder.resolve("missing").toString();
        assertThat(read(Map.of(), "--password-file", missing).problems())
                .containsExactly("--password-file: the file " + missing + " does not exist");
        assertThat(read(Map.of("MCP_X_PASSWORD_FILE", folder.toString())).problems())
                .containsExactly("MCP_X_PASSWORD_FILE: the file " + folder + " cannot be read");
        String empty = file("empty", " \n");
        String yaml = yaml("password-file: " + empty);
        assertThat(read(Map.of(), "--config", yaml).problems())
                .containsExactly("password-file in " + yaml + ": the file " + empty + " is empty");
        String noText = Files.write(folder.resolve("latin"), (SECRET + "\u00fc").getBytes(StandardCharsets.ISO_8859_1))
                .toString();
        String problem = ": the file %s is not a text in UTF-8 of at most 65536 bytes";
        assertThat(read(Map.of(), "--password-file", noText).problems())
                .containsExactly("--password-file" + problem.formatted(noText));
        String large = file("large", SECRET.repeat(10_000));
        assertThat(read(Map.of(), "--password-file", large).problems())
                .containsExactly("--password-file" + problem.formatted(large));
        assertThat(read(Map.of(), "--password-file", "a\0b").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--password=" + SECRET + SECRET,
                "--password=" + SECRET + " --password=" + SECRET,
                "--pasword " + SECRET,
                "--pasword=" + SECRET,
                "--pasword-file=" + SECRET,
                "--password a, " + SECRET
            })
    void areNotInWhatIsWrongWithTheCommandLine(String arguments) {
        assertThat(read(Map.of(), arguments.split(" ")).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: [" + SECRET + "]",
                "password: {" + SECRET + ": 1}",
                "password: " + SECRET + SECRET,
                "pasword: " + SECRET,
                "password: !" + SECRET + " x",
                "password: !<" + SECRET,
                "password: !e!" + SECRET + " x",
                "password: %" + SECRET,
                "password: @" + SECRET,
                "password: '" + SECRET,
                "password: \"\\" + SECRET + "\"",
                "password: " + SECRET + ": x",
                "password: " + SECRET + "\n" + SECRET,
                "password: " + SECRET + "\npassword: " + SECRET,
                "password: [" + SECRET,
                "password: {" + SECRET,
                "password: |x" + SECRET,
                "password: &a" + SECRET + " &b x",
                "%" + SECRET + "\n---\npassword: x",
                SECRET
            })
    void areNotInWhatIsWrongWithTheFile(String text) throws IOException {
        assertThat(read(Map.of(), "--config", yaml(text)).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain(SECRET));
    }

    @Test
    void areNotShownWhereTheSettingsAre() {
        assertThat(read(Map.of("MCP_X_STATE_KEYS", SECRET), "--http=1").http())
                .hasToString("HttpSettings[listen=127.0.0.1:1]");
    }

    @Test
    void areInTheHelpWithBothForms() {
        assertThat(Help.text(
                        new Program<>(
                                "x",
                                "X.",
                                "",
                                Own.class,
                                own -> Connector.named("x", "X")
                                        .instructions("")
                                        .build()),
                        false))
                .contains("  --password[-file] TEXT|FILE      Word\n");
        assertThat(read(Map.of(), "--pasword-file=x").problems())
                .containsExactly("There is no option --pasword-file. Did you mean \"--password-file\"? See --help.");
    }

    @Test
    void areNullableTextsWithNamesOfTheirOwn() {
        assertThatThrownBy(() -> new SettingsModel("x", WithDefault.class)).hasMessageContaining("password");
        assertThatThrownBy(() -> new SettingsModel("x", Colliding.class)).hasMessageContaining("password-file");
    }

    private @Nullable String password(Map<String, String> environment, String... arguments) {
        SettingsReader.Result<Own> read = read(environment, arguments);
        assertThat(read.problems()).isEmpty();
        return Objects.requireNonNull(read.own()).password();
    }

    private String yaml(String text) throws IOException {
        return file("s.yaml", text);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static SettingsReader.Result<Own> read(Map<String, String> environment, String... arguments) {
        return SettingsReader.read(new SettingsModel("x", Own.class), Own.class, List.of(arguments), environment);
    }
}
