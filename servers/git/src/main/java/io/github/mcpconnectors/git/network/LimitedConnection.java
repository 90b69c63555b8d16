package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Java's connection for JGit, with less: no compressed answers, which would get around {@link Intake}; no logins but basic
 * ones; no servers that only hand out files, whose packs JGit would collect from wherever they point.
 */
final class LimitedConnection implements HttpConnection {

    private static final String LOGIN = "WWW-Authenticate";

    private final HttpURLConnection connection;
    private final Transfer transfer;
    private final Aside aside;

    LimitedConnection(HttpURLConnection connection, Transfer transfer) {
        this.connection = connection;
        this.transfer = transfer;
        this.aside = new Aside(transfer, connection::disconnect);
    }

    @Override
    public int getResponseCode() throws IOException {
        int code = aside.get(connection::getResponseCode);
        if (code == HTTP_FORBIDDEN) {
            transfer.forbid();
        }
        boolean asksForService = String.valueOf(getURL().getQuery()).startsWith("service=");
        if (code == HTTP_OK
                && asksForService
                && !String.valueOf(getContentType()).startsWith("application/x-git-")) {
            throw new Refusal(Reason.NOT_FOUND, "There is no Git repository at that URL, or its server is too old.");
        }
        return code;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = aside.get(connection::getInputStream);
        return transfer.intake().all(new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int start, int length) throws IOException {
                return aside.get(() -> in.read(buffer, start, length));
            }

            @Override
            public void close() throws IOException {
                aside.run(in::close);
            }
        });
    }

    @Override
    public void setRequestProperty(String key, String value) {
        if (!key.equalsIgnoreCase("Accept-Encoding")) {
            connection.setRequestProperty(key, value);
        }
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return name.equalsIgnoreCase("Content-Encoding") ? null : connection.getHeaderField(name);
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return connection.getHeaderFields().entrySet().stream()
                .filter(header -> header.getKey() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, header -> known(header.getKey(), header.getValue())));
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return getHeaderFields().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static List<String> known(String name, List<String> values) {
        return name.equalsIgnoreCase(LOGIN)
                ? values.stream()
                        .filter(value -> value.regionMatches(true, 0, "basic", 0, 5))
                        .toList()
                : values;
    }

    @Override
    public URL getURL() {
        return connection.getURL();
    }

    @Override
    public @Nullable String getResponseMessage() throws IOException {
        return connection.getResponseMessage();
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        connection.setRequestMethod(method);
    }

    @Override
    public void setUseCaches(boolean use) {
        connection.setUseCaches(use);
    }

    @Override
    public void setConnectTimeout(int timeout) {
        connection.setConnectTimeout(timeout);
    }

    @Override
    public void setReadTimeout(int timeout) {
        connection.setReadTimeout(timeout);
    }

    @Override
    public @Nullable String getContentType() {
        return connection.getContentType();
    }

    @Override
    public int getContentLength() {
        return connection.getContentLength();
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        connection.setInstanceFollowRedirects(follow);
    }

    @Override
    public void setDoOutput(boolean output) {
        connection.setDoOutput(output);
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        connection.setFixedLengthStreamingMode(length);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream out = aside.get(connection::getOutputStream);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] buffer, int start, int length) throws IOException {
                aside.run(() -> out.write(buffer, start, length));
            }

            @Override
            public void flush() throws IOException {
                aside.run(out::flush);
            }

            @Override
            public void close() throws IOException {
                aside.run(out::close);
            }
        };
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        connection.setChunkedStreamingMode(length);
    }

    @Override
    public String getRequestMethod() {
        return connection.getRequestMethod();
    }

    @Override
    public boolean usingProxy() {
        return connection.usingProxy();
    }

    @Override
    public void connect() throws IOException {
        connection.connect();
    }

    /** JGit calls this and the next to stop checking certificates, which is never done here. */
    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new UnsupportedOperationException(Objects.toString(verifier));
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw new UnsupportedOperationException();
    }
}
