package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    private static final Map<List<String>, String> REGION = Map.of(List.of("region"), "Region");

    /** As a server hands them out: whatever the letter case of the name. */
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final HeaderRules rules = new HeaderRules(name -> headers.getOrDefault(name, List.of()));

    @Test
    void theVersionMustBeThatOfTheBody() {
        Map<String, Object> params = Map.of("_meta", Map.of(Meta.PROTOCOL_VERSION, "2026-07-28"));
        refuses(
                () -> rules.checkVersion(params),
                "MCP-Protocol-Version is missing",
                "MCP-Protocol-Version: 2026-07-28");
        send("MCP-Protocol-Version", "2025-11-25");
        refuses(() -> rules.checkVersion(params), "is \"2025-11-25\"", "MCP-Protocol-Version: 2026-07-28");
        refuses(() -> rules.checkVersion(Map.of()), "The body has no such value at params._meta.");
        refuses(() -> rules.checkVersion(Map.of("_meta", "x")), "The body has no such value at params._meta.");
        send("mcp-protocol-version", " 2026-07-28\t");
        accepts(() -> rules.checkVersion(params));
    }

    @Test
    void theMethodMustBeThatOfTheBodyInTheSameCase() {
        refuses(() -> check("tools/list", Map.of()), "Mcp-Method is missing", "\"Mcp-Method: tools/list\"");
        for (String other : List.of("prompts/list", "TOOLS/LIST", "tools/list,tools/list", "")) {
            send("Mcp-Method", other);
            refuses(() -> check("tools/list", Map.of()), "Mcp-Method is \"" + other + "\"");
        }
        send("MCP-METHOD", "tools/list");
        accepts(() -> check("tools/list", Map.of()));
    }

    @Test
    void onlyNamesAndArgumentsMayBeEncoded() {
        send("Mcp-Method", encoded("tools/list"));
        refuses(() -> check("tools/list", Map.of()), "Mcp-Method is");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/call, name",
        "prompts/get, name",
        "resources/read, uri",
        "tasks/get, taskId",
        "tasks/update, taskId",
        "tasks/cancel, taskId"
    })
    void theNameMustBeThatOfTheBody(String method, String param) {
        Map<String, Object> params = Map.of(param, "file:///a b");
        send("Mcp-Method", method);
        refuses(() -> check(method, params), "Mcp-Name is missing", "params." + param, "\"Mcp-Name: file:///a b\"");
        send("Mcp-Name", "file:///A b");
        refuses(() -> check(method, params), "Mcp-Name is \"file:///A b\"");
        refuses(() -> check(method, Map.of()), "The body has no such value at params." + param);
        send("Mcp-Name", " \t file:///a b \t ");
        accepts(() -> check(method, params));
        send("Mcp-Name", encoded("file:///a b"));
        accepts(() -> check(method, params));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "server/discover", "subscriptions/listen", "tasks/unknown"})
    void otherMethodsHaveNoName(String method) {
        send("Mcp-Method", method);
        accepts(() -> check(method, Map.of("name", "x", "uri", "y", "taskId", "z")));
    }

    @Test
    void aNameThatIsMissingInBothIsLeftToTheMethod() {
        send("Mcp-Method", "tools/call");
        accepts(() -> check("tools/call", Map.of()));
        accepts(() -> check("tools/call", Map.of("name", 5)));
    }

    @Test
    void aHeaderMustNotBeRepeated() {
        headers.put("Mcp-Method", List.of("tools/list", "tools/list"));
        refuses(() -> check("tools/list", Map.of()), "2 times", "send it once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9", "a\u0000b", "a\rb", "a\nb", "a\u007fb", "\u4e16", "\u00a0x", "\u2003x"})
    void aHeaderMustBeVisibleAscii(String value) {
        callSql();
        send("Mcp-Param-Region", value);
        refuses(() -> checkRegion(value), "other than visible ASCII", "\"Mcp-Param-Region: =?base64?");
        send("Mcp-Param-Region", encoded(value));
        accepts(() -> checkRegion(value));
    }

    @ParameterizedTest
    @CsvSource({
        "Hello, =?base64?SGVsbG8=?=",
        "'Hello, 世界', =?base64?SGVsbG8sIOS4lueVjA==?=",
        "' padded ', =?base64?IHBhZGRlZCA=?=",
        "=?base64?literal?=, =?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=",
        "'', =?base64??=",
        "'', ''",
        "SGVsbG8=, SGVsbG8=",
        "=?base64?SGVsbG8=, =?base64?SGVsbG8=",
        "SGVsbG8=?=, SGVsbG8=?=",
        "=?BASE64?SGVsbG8=?=, =?BASE64?SGVsbG8=?=",
        "=?base64?=, =?base64?="
    })
    void readsWhatClientsEncodeAndWhatOnlyLooksEncoded(String value, String header) {
        callSql();
        send("Mcp-Param-Region", header);
        accepts(() -> checkRegion(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SGVsbG8", "SGVs!!!bG8=", "SGVsbG9=", "SGVsbG8==", " SGVsbG8=", "SGVs bG8=", "gICA", "7aCA"})
    void refusesBase64ThatIsNotStrict(String base64) {
        callSql();
        send("Mcp-Param-Region", "=?base64?" + base64 + "?=");
        refuses(() -> checkRegion("Hello"), "is not base64 of UTF-8", "\"Mcp-Param-Region: Hello\"");
    }

    @Test
    void aLiteralThatLooksEncodedIsNotTakenAsItIs() {
        callSql();
        send("Mcp-Param-Region", "=?base64?SGVsbG8=?=");
        refuses(() -> checkRegion("=?base64?SGVsbG8=?="), encoded("=?base64?SGVsbG8=?="));
    }

    @Test
    void anArgumentWithAValueNeedsItsHeader() {
        for (Object value : new Object[] {"us-west1", "", 5, false}) {
            callSql();
            refuses(() -> checkRegion(value), "Mcp-Param-Region is missing", "params.arguments.region");
        }
    }

    @Test
    void anArgumentWithoutAValueMustHaveNoHeader() throws Json.NotJson {
        Map<?, ?> nothing = (Map<?, ?>) Json.read("{\"region\":null}".getBytes(StandardCharsets.UTF_8));
        for (Map<?, ?> arguments : List.of(Map.of(), nothing, Map.of("Region", "x"))) {
            headers.clear();
            callSql();
            Map<String, Object> params = Map.of("name", "sql", "arguments", arguments);
            accepts(() -> rules.check("tools/call", params, REGION));
            send("Mcp-Param-Region", "");
            refuses(() -> rules.check("tools/call", params, REGION), "leave the header out");
        }
        refuses(() -> rules.check("tools/call", Map.of("name", "sql"), REGION), "leave the header out");
    }

    @Test
    void whatNoHeaderCanSayIsLeftToTheSchema() {
        callSql();
        for (Object value : List.of(List.of("x"), Map.of("a", "b"))) {
            headers.remove("Mcp-Param-Region");
            accepts(() -> checkRegion(value));
            send("Mcp-Param-Region", value.toString());
            refuses(() -> checkRegion(value), "leave the header out");
        }
    }

    @Test
    void argumentsInsideRecordsHaveHeadersToo() {
        callSql();
        Map<List<String>, String> nested = Map.of(List.of("target", "shard"), "Shard");
        Map<String, Object> params = Map.of("name", "sql", "arguments", Map.of("target", Map.of("shard", "s1")));
        refuses(
                () -> rules.check("tools/call", params, nested),
                "params.arguments.target.shard",
                "Mcp-Param-Shard: s1");
        send("mcp-param-shard", "s1");
        accepts(() -> rules.check("tools/call", params, nested));
    }

    @Test
    void headersOfUnknownArgumentsAreIgnored() {
        callSql();
        send("Mcp-Param-Region", "x");
        send("Mcp-Param-Other", "\u0000");
        accepts(() -> checkRegion("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "42, 42",
        "42.0, 42",
        "42, 42.0",
        "42, 042",
        "-7, -7",
        "0, -0",
        "1.0E10, 10000000000",
        "1.0E10, 10000000000.0",
        "9007199254740993, 9007199254740993",
        "42, =?base64?NDI=?="
    })
    void numbersAreComparedByValue(String body, String header) throws Json.NotJson {
        Object value = Json.read(body.getBytes(StandardCharsets.UTF_8));
        callSql();
        send("Mcp-Param-Region", header);
        accepts(() -> checkRegion(value));
    }

    @ParameterizedTest
    @CsvSource({
        "42, 43",
        "42, ''",
        "42, x",
        "42, 0x2a",
        "42, 4 2",
        "42, '42,42'",
        "42, 42.",
        "42, +42",
        "42, 4.2e1",
        "42, ٤٢",
        "9007199254740993, 9007199254740992",
        "1e400, Infinity",
        "1e400, 1",
        "true, True",
        "true, 1",
        "false, ''",
        "\"42\", 42.0",
        "\"true\", TRUE"
    })
    void otherValuesAreRefused(String body, String header) throws Json.NotJson {
        Object value = Json.read(body.getBytes(StandardCharsets.UTF_8));
        callSql();
        send("Mcp-Param-Region", header);
        refuses(() -> checkRegion(value), "Mcp-Param-Region");
    }

    @Test
    void booleansAreLowerCase() {
        callSql();
        send("Mcp-Param-Region", "true");
        accepts(() -> checkRegion(true));
        refuses(() -> checkRegion(false), "Mcp-Param-Region: false");
    }

    @Test
    void aHostileValueIsNotEchoedAtLengthNorAsItIs() {
        String hostile = "\u001b[31m\n" + "x".repeat(20_000);
        callSql();
        send("Mcp-Param-Region", encoded(hostile));
        assertThatThrownBy(() -> checkRegion("y" + hostile))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).matches("[\\x20-\\x7e…]*"));
    }

    private void callSql() {
        send("Mcp-Method", "tools/call");
        send("Mcp-Name", "sql");
    }

    private void checkRegion(Object value) {
        rules.check("tools/call", Map.of("name", "sql", "arguments", Map.of("region", value)), REGION);
    }

    private void check(String method, Map<?, ?> params) {
        rules.check(method, params, Map.of());
    }

    private void send(String name, String value) {
        headers.put(name, List.of(value));
    }

    private static String encoded(String value) {
        return "=?base64?" + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static void accepts(Runnable check) {
        assertThatCode(check::run).doesNotThrowAnyException();
    }

    private static void refuses(Runnable check, String... told) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        RpcError.class, e -> assertThat(e.code()).isEqualTo(Codes.HEADER_MISMATCH))
                .message()
                .contains(told);
    }
}
