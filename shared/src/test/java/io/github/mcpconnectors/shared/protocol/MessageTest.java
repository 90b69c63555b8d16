package io.github.mcpconnectors.shared.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

    static String[] broken() {
        return new String[] {
            "{",
            "{bad",
            "{\"id\":tru}",
            "{\"id\":1,\"id\":2}",
            "{} {}",
            "{} x",
            "{\"id\":" + "9".repeat(5_000) + "}",
            "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
            "{\"a\":\"\u0001\"}",
        };
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsNoJsonIsRefusedWithoutNamingTheParser(String json) {
        assertThat(Message.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Message.Invalid.class, invalid -> {
                    assertThat(invalid.id()).isNull();
                    assertThat(invalid.code()).isEqualTo(RpcError.PARSE_ERROR);
                    assertThat(invalid.message())
                            .startsWith("This is not valid JSON")
                            .doesNotContain("`", "java", "Source", "Stream", "Token", "Feature");
                });
    }
}
