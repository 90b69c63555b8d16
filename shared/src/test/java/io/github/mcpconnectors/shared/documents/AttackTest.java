package io.github.mcpconnectors.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackTest {

    private static final long SLACK_MILLIS = 3000;

    /** These have an answer that costs little. */
    private static final Set<String> HARMLESS = Set.of(
            "many-relations.docx",
            "wide-rows.xlsx",
            "long-format.xlsx",
            "page-loop.pdf",
            "page-count.pdf",
            "endless-text.pdf",
            "endless-mapping.pdf",
            "deep.html",
            "attributes.html",
            "tables.html");

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void survivesEveryAttackOnASmallHeap() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                // starts faster, which is what most of the time goes to
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AttackRun.class.getName(),
                folder.toString()));
        for (Map.Entry<String, Supplier<byte[]>> attack : Attacks.ALL.entrySet()) {
            Files.write(folder.resolve(attack.getKey()), attack.getValue().get());
            command.add(attack.getKey());
        }
        File out = folder.resolve("out").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
        assertThat(lines).hasSameSizeAs(Attacks.ALL.entrySet()).allSatisfy(AttackTest::endedWell);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private static void endedWell(String line) {
        String[] parts = line.split(" ", -1);
        boolean harmless = HARMLESS.contains(parts[0]);
        assertThat(parts[1]).matches(harmless ? "(READ|READ_PARTLY|TIMEOUT.*)" : "(INVALID|TIMEOUT)_.*");
        assertThat(Long.parseLong(parts[2])).isLessThan(Reading.TIGHT.time().toMillis() + SLACK_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.docx", "a.xlsx", "a.html", "a.eml"})
    void fetchesNothing(String name) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String secret = Files.writeString(folder.resolve("secret"), "top secret")
                    .toUri()
                    .toString();
            for (String target : List.of(url, secret)) {
                assertThat(answer(name, fetching(name, target))).doesNotContain("top secret");
            }
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    private static String answer(String name, byte[] content) throws IOException {
        try {
            return Reading.read(name, content).text();
        } catch (ToolException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] fetching(String name, String url) {
        String xml = "<!DOCTYPE w [<!ENTITY x SYSTEM '" + url + "'>]><w><p><t>&x;</t></p></w>";
        return switch (name) {
            case "a.docx" -> Attacks.part("word/document.xml", xml);
            case "a.xlsx" -> Attacks.workbook("xl/worksheets/sheet1.xml", xml);
            case "a.eml" ->
                Attacks.bytes("From: a@b\nContent-Type: message/external-body; access-type=URL; URL=\"" + url
                        + "\"\n\nContent-Type: text/plain\n\n");
            default ->
                Attacks.bytes("<html><link rel=stylesheet href='" + url + "'><img src='" + url + "'><base href='" + url
                        + "'><iframe src='" + url + "'></iframe><meta http-equiv=refresh content='0;url=" + url + "'>");
        };
    }

    @Test
    void readsFewCellsOfAnImmenseSheet() throws IOException {
        byte[] sheet = Attacks.workbook(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
                        + "<row r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData></worksheet>");
        assertThat(Reading.read("a.xlsx", sheet, Reading.cells("1", null)).text())
                .isEqualTo("## Sheet: Costs\n\n|  | A | XFD |\n| --- | --- | --- |\n| 1 | 1 |  |\n| 1048576 |  | 2 |");
    }

    @Test
    void refusesCellsBeyondTheSheet() {
        byte[] sheet = Attacks.sheet("<row><c r='ZZZZ99999999'><v>1</v></c></row>");
        assertThat(Reading.refusal("a.xlsx", sheet).reason()).isEqualTo(Reason.INVALID);
    }
}
