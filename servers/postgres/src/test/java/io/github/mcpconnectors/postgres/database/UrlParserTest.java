package io.github.mcpconnectors.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.database.UrlParser.WrongUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlParserTest {

    @Test
    void takesAUrlApart() throws WrongUrl {
        DatabaseUrl url = parse(
                "postgresql://me:s%40cret@db.example.com:6432/sh%20op?sslmode=verify-ca"
                        + "&sslrootcert=/etc/ca.pem&application_name=x&search_path=a,b&connect_timeout=9&channel_binding=require");
        assertThat(url.host()).isEqualTo("db.example.com");
        assertThat(url.port()).isEqualTo(6432);
        assertThat(url.database()).isEqualTo("sh op");
        assertThat(url.login().user()).isEqualTo("me");
        assertThat(url.login().password()).isEqualTo("s@cret");
        assertThat(url.tls()).isEqualTo(new DatabaseUrl.Tls(SslMode.VERIFY_CA, "/etc/ca.pem", "require"));
        assertThat(url.session()).isEqualTo(new DatabaseUrl.Session("x", "a,b", Duration.ofSeconds(9)));
    }

    @Test
    void fillsInWhatIsMissingAsPsqlDoes() throws WrongUrl {
        DatabaseUrl url = parse("postgres://");
        assertThat(url).hasToString("localhost:5432/somebody");
        assertThat(url.login()).isEqualTo(new DatabaseUrl.Login("somebody", null));
        assertThat(parse("postgresql:///shop?host=h&user=u&port=1")).hasToString("h:1/shop");
        assertThat(parse("postgresql://u@[::1]:7/shop")).hasToString("[::1]:7/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, PREFER",
        "127.0.0.1, PREFER",
        "[::1], PREFER",
        "db.example.com, VERIFY_FULL",
        "127.0.0.1.example.com, VERIFY_FULL",
        "10.0.0.1, VERIFY_FULL",
        "[2001:db8::1], VERIFY_FULL"
    })
    void verifiesTheServerUnlessItIsThisMachine(String host, SslMode mode) throws WrongUrl {
        assertThat(parse("postgresql://u@" + host + "/d").tls().mode()).isEqualTo(mode);
        assertThat(parse("postgresql://u@" + host + "/d?sslmode=disable").tls().mode())
                .isEqualTo(SslMode.DISABLE);
        assertThat(parse("postgresql://u@" + host + "/d?sslrootcert=x").tls().mode())
                .isEqualTo(SslMode.VERIFY_FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory",
                "sslfactory",
                "options",
                "preferQueryMode",
                "loggerFile",
                "service",
                "ssl",
                "sslMode"
            })
    void namesAKeyThatTheDriverMustNotGet(String key) {
        assertThatThrownBy(() -> parse("postgresql://u:pass-word@h/d?" + key + "=pass-word"))
                .isInstanceOf(WrongUrl.class)
                .hasMessageContaining(key)
                .hasMessageContaining("Allowed are sslmode, ")
                .hasMessageNotContaining("pass-word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d",
                "mysql://h/d",
                "h/d",
                "postgresql://u:pass-word/x@h/d",
                "postgresql://u:pass-word?x@h/d",
                "postgresql://u:pass-word@x@h:/d/e",
                "postgresql://u:a@h:pass-word/d",
                "postgresql://u:a@h:0/d",
                "postgresql://u:a@h:65536/d",
                "postgresql://u:a@h1,h2/d",
                "postgresql://u:a@h1:1,h2:2/d",
                "postgresql://u:a@%2Fvar%2Frun/d",
                "postgresql://u:pass-word%@h/d",
                "postgresql://u:pass-word%zz@h/d",
                "postgresql://u:pass-word%ff@h/d",
                "postgresql://u:pass-word%00@h/d",
                "postgresql://u:a@h/d?sslmode=allow",
                "postgresql://u:a@h/d?sslmode=disable&sslrootcert=x",
                "postgresql://u:a@h/d?channel_binding=yes",
                "postgresql://u:a@h/d?connect_timeout=0",
                "postgresql://u:a@h/d?pass-word"
            })
    void refusesWhatIsNoUrlWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(WrongUrl.class)
                .hasMessageNotContaining("pass-word")
                .hasMessageNotContaining("somebody");
    }

    @Test
    void showsNoPassword() throws WrongUrl {
        assertThat(parse("postgresql://u:pass-word@h/d").login().toString()).doesNotContain("pass-word");
        assertThat(parse("postgresql://u:pass-word@h/d").toString()).doesNotContain("pass-word");
    }

    private static DatabaseUrl parse(String url) throws WrongUrl {
        return UrlParser.parse(url, "somebody");
    }
}
