package io.github.mcpconnectors.git.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private final AllowedHosts hosts =
            new AllowedHosts(List.of("github.com", "*.example.org", "git.intern:8443", "http://127.0.0.1:8080"));

    @Test
    void tellsWhereItMayConnectToAsAPersonWroteIt() {
        assertThatThrownBy(() -> hosts.judge("https://git.intern/a"))
                .hasMessageContaining("may not connect to git.intern, only to github.com, *.example.org,"
                        + " git.intern:8443, http://127.0.0.1:8080.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/a/b.git",
                "https://GitHub.com/a/b",
                "git@github.com:a/b.git",
                "ssh://git@github.com/a/b",
                "https://x.y.example.org/a",
                "https://git.intern:8443/a",
                "http://127.0.0.1:8080/a"
            })
    void allowsWhatIsNamed(String url) {
        assertThat(hosts.judge(url).shown()).doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/a/b",
                "https://github.com:8443/a/b",
                "https://github.com.evil.org/a",
                "https://evil.org/github.com",
                "https://github.com@evil.org/a",
                "https://evilgithub.com/a",
                "https://example.org/a",
                "https://git.intern/a",
                "http://127.0.0.1:8081/a",
                "https://127.0.0.1:8080/a",
                "git://github.com/a",
                "ftp://github.com/a",
                "file:///etc",
                "/etc",
                "../x",
                "a",
                "",
                "ext::sh -c id",
                "--upload-pack=id",
                "git@github.com:-oProxyCommand=id",
                "https://github.com",
                "https://github.com/a\nb",
                "https://[::1]/a"
            })
    void allowsNothingElse(String url) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> hosts.judge(url));
    }

    /** What JGit takes for the host need not be what Java does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com#@evil.org/a",
                "https://github.com\\@evil.org/a",
                "https://github.com?@evil.org/a"
            })
    void opensOnlyUrlsThatJavaReadsTheSameWay(String url) throws IOException {
        try {
            Destination to = hosts.judge(url);
            assertThat(new URL(to.uri().toString()).getHost()).isEqualTo("github.com");
            assertThat(to.isOf(new URL("https://evil.org/a"))).isFalse();
        } catch (ToolException e) {
            assertThat(e.reason()).isIn(ToolException.Reason.DENIED, ToolException.Reason.INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://*", "a b", "https://github.com", "host:99999999", ""})
    void wantsEntriesThatItUnderstands(String entry) {
        assertThatExceptionOfType(StartException.class).isThrownBy(() -> new AllowedHosts(List.of(entry)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::",
                "ff02::1"
            })
    void knowsWhatIsPrivate(String address) throws IOException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"140.82.121.3", "2606:50c0:8000::153", "172.15.0.1", "172.32.0.1"})
    void knowsWhatIsPublic(String address) throws IOException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void letsPatternsLeadIntoNoPrivateNetwork() throws IOException {
        Destination pattern = new AllowedHosts(List.of("*")).judge("https://localhost/a");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Addresses.check(pattern));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Addresses.check(pattern, InetAddress.getLoopbackAddress()));
        Addresses.check(new AllowedHosts(List.of("*", "localhost")).judge("https://localhost/a"));
    }

    @Test
    void hasATokenForOneHostOnly() {
        Tokens tokens = new Tokens(List.of(), Map.of("GIT_TOKEN_GITHUB_COM", "t", "GIT_TOKEN_A_EXAMPLE_ORG", "u"));
        assertThat(tokens.of(hosts.judge("https://github.com/a"))).isEqualTo("t");
        assertThat(tokens.of(hosts.judge("https://a.example.org/a"))).isEqualTo("u");
        assertThat(tokens.of(hosts.judge("https://b.example.org/a"))).isNull();
        assertThat(tokens.of(new AllowedHosts(List.of("*")).judge("https://a-example.org/a")))
                .isNull();
    }

    /** Forges know the path of host:path without a slash or tilde before it. */
    @Test
    void leavesThePathOfTheShortFormAsItIs() {
        Destination destination = hosts.judge("git@github.com:a/b.git");
        assertThat(destination.uri().getPath()).isEqualTo("a/b.git");
        assertThat(destination.scheme()).isEqualTo("ssh");
        assertThat(destination.uri().toString()).isEqualTo("git@github.com:a/b.git");
        assertThat(hosts.judge("ssh://git@github.com/a/b").uri().getPath()).isEqualTo("/a/b");
    }
}
