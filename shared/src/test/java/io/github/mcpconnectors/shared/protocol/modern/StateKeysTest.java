package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateKeysTest {

    /** Its base64 has both characters in which the two alphabets differ. */
    private static final byte[] SECRET = "ûïþ>>>???0123456789abcdefghijklmnop".getBytes(StandardCharsets.UTF_8);

    private static final String KEY = Base64.getEncoder().encodeToString(SECRET);

    @Test
    void theFirstKeySignsAndAllAreKnown() {
        StateKeys keys = StateKeys.parse("new:" + KEY + ", old-1_X:" + KEY + "\n");
        assertThat(keys.signer().id()).isEqualTo("new");
        assertThat(keys.named("old-1_X")).isNotNull();
        assertThat(keys.named("other")).isNull();
    }

    @Test
    void readsBase64AndBase64urlWithAndWithoutPadding() {
        assertThat(KEY).contains("+", "/", "=");
        String url = Base64.getUrlEncoder().encodeToString(SECRET);
        for (String written : new String[] {KEY, KEY.replace("=", ""), url, url.replace("=", "")}) {
            assertThat(StateKeys.parse("a:" + written).signer().sign("x"))
                    .isEqualTo(StateKeys.parse("a:" + KEY).signer().sign("x"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                    | Entry 1 | no kid
                    KEY                   | Entry 1 | no kid
                    a:KEY,                | Entry 2 | no kid
                    a:KEY,a:KEY           | Entry 2 | same kid
                    :KEY                  | Entry 1 | 1 to 32
                    a.b:KEY               | Entry 1 | 1 to 32
                    x23456789012345678901234567890123:KEY | Entry 1 | 1 to 32
                    a:KEY,b:AAAA          | Entry 2 | 3 bytes
                    a:                    | Entry 1 | 0 bytes
                    a:KEY!                | Entry 1 | not base64
                    a:b:KEY               | Entry 1 | not base64
                    """)
    void saysWhichEntryIsWrongAndHowToMakeAKeyButNotTheKey(String setting, String entry, String problem) {
        String text = setting.replace("KEY", KEY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateKeys.parse(text))
                .withMessageContaining(entry + " ")
                .withMessageContaining(problem)
                .withMessageContaining("openssl rand -base64 32")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY.substring(0, 8)));
    }

    @Test
    void aKeyOf31BytesIsTooShortAndOneOf32IsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateKeys.parse("a:" + Base64.getEncoder().encodeToString(new byte[31])));
        assertThat(StateKeys.parse("a:" + Base64.getEncoder().encodeToString(new byte[32]))
                        .signer())
                .isNotNull();
    }

    @Test
    void randomKeysDiffer() {
        assertThat(StateKeys.random().signer().sign("x"))
                .isNotEqualTo(StateKeys.random().signer().sign("x"));
    }
}
