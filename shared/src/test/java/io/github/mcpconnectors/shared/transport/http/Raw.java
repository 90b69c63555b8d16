package io.github.mcpconnectors.shared.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that sends whatever it is told to. */
final class Raw implements AutoCloseable {

    private final Socket socket;

    Raw(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
    }

    /** The beginning of a request that is fine so far, with further headers. */
    static String post(String... headers) {
        StringBuilder head = new StringBuilder("POST /mcp HTTP/1.1\r\nHost: localhost\r\n")
                .append("Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    Raw send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the server closes the connection. */
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            all.writeBytes(("[" + e.getMessage() + "]").getBytes(ISO_8859_1));
        }
        return all.toString(ISO_8859_1);
    }

    /** All that comes until the text does. */
    String readUntil(String text) throws IOException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(text) < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                throw new IOException("Closed after: " + all);
            }
            all.append((char) b);
        }
        return all.toString();
    }

    /** What has come so far. */
    String available() throws IOException {
        return new String(
                socket.getInputStream().readNBytes(socket.getInputStream().available()), ISO_8859_1);
    }

    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
