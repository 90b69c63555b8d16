package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShedTest {

    private static final int MOST_BYTES = 65_536;

    private final HttpProcess server = new HttpProcess("--max-message-bytes", String.valueOf(MOST_BYTES));
    private final List<Raw> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Raw raw : open) {
            raw.close();
        }
    }

    private Raw send(String text) throws IOException {
        Raw raw = server.connect();
        open.add(raw);
        return raw.send(text);
    }

    private void isServed() {
        assertThat(server.call("echo", Map.of("text", "still here")).join()).contains("\"text\":\"still here\"");
    }

    @Test
    void servesOthersWhileHundredsNeverFinishTheirRequests() throws Exception {
        for (int i = 0; i < 100; i++) {
            send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Ty");
            send(Raw.post("Content-Length: 1000") + "{\"jsonrpc\"");
        }
        for (int i = 0; i < 20; i++) {
            isServed();
        }
    }

    @Test
    void servesOthersWhileHundredsSendTooMuchOrNonsense() throws Exception {
        String tooMuch = "x".repeat(MOST_BYTES + 1);
        String chunk = Integer.toHexString(tooMuch.length()) + "\r\n" + tooMuch + "\r\n";
        for (int i = 0; i < 50; i++) {
            Raw announced = send(Raw.post("Content-Length: 1000000000") + "{");
            Raw chunked = send(Raw.post("Transfer-Encoding: chunked") + chunk);
            Raw nonsense = send(Raw.post("Content-Length: 11") + "{\"jsonrpc\":");
            Raw noHttp = send("\u0016\u0003\u0001 nothing that HTTP knows\r\n\r\n");
            isServed();
            assertThat(announced.readUntil("}}")).startsWith("HTTP/1.1 413");
            assertThat(chunked.readUntil("}}")).startsWith("HTTP/1.1 413");
            assertThat(nonsense.readUntil("}}")).startsWith("HTTP/1.1 400").contains("-32700");
            assertThat(noHttp.readUntil("}}")).startsWith("HTTP/1.1 400");
        }
    }
}
