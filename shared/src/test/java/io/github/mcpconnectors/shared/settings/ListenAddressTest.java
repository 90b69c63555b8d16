package io.github.mcpconnectors.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {

    @ParameterizedTest
    @CsvSource({
        "8080, 127.0.0.1, 8080, true",
        "0, 127.0.0.1, 0, true",
        "127.0.0.1:8080, 127.0.0.1, 8080, true",
        "127.8.9.10:1, 127.8.9.10, 1, true",
        "localhost:0, localhost, 0, true",
        "LocalHost:1, LocalHost, 1, true",
        "[::1]:8080, ::1, 8080, true",
        "[0:0:0:0:0:0:0:1]:8080, 0:0:0:0:0:0:0:1, 8080, true",
        "[::ffff:127.0.0.1]:8080, ::ffff:127.0.0.1, 8080, true",
        "0.0.0.0:80, 0.0.0.0, 80, false",
        "[::]:65535, ::, 65535, false",
        "10.0.0.7:80, 10.0.0.7, 80, false",
        "mcp-1.example.com:80, mcp-1.example.com, 80, false",
        "localhost.example.com:80, localhost.example.com, 80, false"
    })
    void knowsPortsAndHostsWithPorts(String text, String host, int port, boolean loopback) {
        assertThat(ListenAddress.parse(text)).isEqualTo(new ListenAddress(host, port));
        assertThat(new ListenAddress(host, port).loopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 8080",
                "65536",
                "99999",
                "123456",
                "-1",
                "080",
                "http",
                ":8080",
                "*:8080",
                "localhost",
                "localhost:",
                "localhost:x",
                "127.0.0.1",
                "127.1:80",
                "256.0.0.1:80",
                "1.2.3.4.5:80",
                "12345:80",
                "::1:8080",
                "[::1]",
                "[]:80",
                "[1.2.3.4]:80",
                "[1:2]:80",
                "[::1%lo]:80",
                "http://localhost:8080",
                "a b:80",
                "8080\n"
            })
    void refusesEverythingElse(String text) {
        assertThat(ListenAddress.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:0", "[::1]:8080"})
    void isWrittenAsItWasRead(String text) {
        assertThat(ListenAddress.parse(text)).hasToString(text);
    }
}
