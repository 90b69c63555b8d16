package io.github.mcpconnectors.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    record None() {}

    @TempDir
    Path folder;

    @Test
    void servesStdioUnlessToldOtherwise() {
        assertThat(read(Map.of()).http())
                .isEqualTo(new HttpSettings(null, List.of(), List.of(), HttpSettings.Legacy.SESSIONS, null));
    }

    @Test
    void readsOptionsAndVariables() {
        Map<String, String> environment = Map.of("MCP_X_HTTP", "[::1]:0", "MCP_X_STATE_KEYS", "a:b");
        assertThat(read(environment, "--legacy=off", "--allowed-hosts", "a,b", "--allowed-origins=https://c")
                        .http())
                .isEqualTo(new HttpSettings(
                        new ListenAddress("::1", 0),
                        List.of("a", "b"),
                        List.of("https://c"),
                        HttpSettings.Legacy.OFF,
                        "a:b"));
    }

    @ParameterizedTest
    @CsvSource({"8080, 127.0.0.1, 8080", "0.0.0.0:80, 0.0.0.0, 80", "'\"[::1]:80\"', ::1, 80"})
    void readsTheAddressFromAFileWhetherItIsANumberOrAText(String yaml, String host, int port) throws IOException {
        String file = file("http: " + yaml + "\nlegacy: off\nallowed-hosts: [a]\n");
        assertThat(read(Map.of(), "--config", file).http())
                .isEqualTo(new HttpSettings(
                        new ListenAddress(host, port), List.of("a"), List.of(), HttpSettings.Legacy.OFF, null));
    }

    @ParameterizedTest
    @CsvSource({"--log=info, MACHINE", "--http=0, MACHINE", "--http=[::1]:0, MACHINE", "--http=0.0.0.0:0, NETWORK"})
    void knowsWhetherOthersCanCall(String option, Reach reach) {
        assertThat(Objects.requireNonNull(read(Map.of(), option).http()).reach())
                .isEqualTo(reach);
    }

    @Test
    void showsHowAnAddressIsWritten() throws IOException {
        String form = "\"http\" must be [HOST:]PORT, such as 8080, 127.0.0.1:8080 or [::1]:8080, but was ";
        assertThat(read(Map.of(), "--http", "localhost").problems())
                .containsExactly("--http: " + form + "\"localhost\".");
        assertThat(read(Map.of("MCP_X_HTTP", "65536")).problems())
                .containsExactly("MCP_X_HTTP: " + form + "\"65536\".");
        String file = file("http: {host: localhost, port: 99999}");
        assertThat(read(Map.of(), "--config", file).problems())
                .containsExactly("http in " + file + ": " + form + "{host=localhost, port=99999}.");
        assertThat(read(Map.of(), "--config", file("http: 80.5")).problems()).hasSize(1);
        assertThat(read(Map.of(), "--config", file("http: true")).problems()).hasSize(1);
    }

    @Test
    void boundsWhatIsDoneAtOnce() {
        CommonSettings common =
                read(Map.of(), "--max-calls=10000", "--page-size=1").common();
        assertThat(Objects.requireNonNull(common).maxCalls()).isEqualTo(10_000);
        assertThat(common.pageSize()).isEqualTo(1);
        assertThat(read(Map.of(), "--max-calls=0", "--page-size=1001").problems())
                .containsExactly(
                        "--max-calls: \"max-calls\" must be a whole number from 1 to 10000, but was 0.",
                        "--page-size: \"page-size\" must be a whole number from 1 to 1000, but was 1001.");
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), yaml).toString();
    }

    private static SettingsReader.Result<None> read(Map<String, String> environment, String... arguments) {
        return SettingsReader.read(new SettingsModel("x", None.class), None.class, List.of(arguments), environment);
    }
}
