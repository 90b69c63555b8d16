package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Nearest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connection URL (libpq, 32.1.1.2). Messages never quote it: what looks like a port may be half of a password. Keys
 * that are not known stop the start, since a driver could be told by them to load classes or to speak without TLS.
 */
public final class UrlParser {

    /** The URL is not one; the message is for the person who wrote it. */
    public static final class WrongUrl extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUrl(String message) {
            super(message);
        }
    }

    private static final List<String> PLACE = List.of("host", "port", "dbname", "user", "password");
    private static final List<String> OPTIONS =
            List.of("sslmode", "sslrootcert", "channel_binding", "application_name", "search_path", "connect_timeout");
    private static final String ENCODE =
            "Write special characters of user and password encoded: @ as %40, : as %3A, / as %2F, ? as %3F, % as %25";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final String systemUser;

    private UrlParser(String systemUser) {
        this.systemUser = systemUser;
    }

    /** The system's user asks where the URL names nobody, as with psql. */
    public static DatabaseUrl parse(String url, String systemUser) throws WrongUrl {
        UrlParser parser = new UrlParser(systemUser);
        parser.split(url.strip());
        return parser.result();
    }

    private void split(String url) throws WrongUrl {
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new WrongUrl(
                    "A connection URL begins with postgresql://, as in postgresql://user@host:5432/database");
        }
        String rest = url.substring(url.indexOf("//") + 2);
        int query = rest.indexOf('?');
        String place = query < 0 ? rest : rest.substring(0, query);
        String options = query < 0 ? "" : rest.substring(query + 1);
        int path = place.indexOf('/');
        String database = path < 0 ? "" : place.substring(path + 1);
        if (database.contains("@") || database.contains("/") || options.contains("@")) {
            throw new WrongUrl(ENCODE);
        }
        authority(path < 0 ? place : place.substring(0, path));
        put("dbname", decoded(database));
        for (String option : options.split("&", -1)) {
            option(option);
        }
    }

    private void authority(String authority) throws WrongUrl {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String user = authority.substring(0, at);
            int colon = user.indexOf(':');
            put("user", decoded(colon < 0 ? user : user.substring(0, colon)));
            put("password", colon < 0 ? "" : decoded(user.substring(colon + 1)));
        }
        String address = authority.substring(at + 1);
        int colon = address.indexOf(':', Math.max(0, address.indexOf(']')));
        put("host", decoded(colon < 0 ? address : address.substring(0, colon)));
        put("port", colon < 0 ? "" : decoded(address.substring(colon + 1)));
    }

    private void option(String option) throws WrongUrl {
        if (option.isEmpty()) {
            return;
        }
        int equals = option.indexOf('=');
        String key = equals < 0 ? option : option.substring(0, equals);
        if (!PLACE.contains(key) && !OPTIONS.contains(key)) {
            String shown = key.matches("[A-Za-z_]{1,40}") ? " " + key : "";
            throw new WrongUrl("The connection URL has a key that is not allowed:" + shown + "."
                    + Nearest.hint(key, OPTIONS) + " Allowed are " + String.join(", ", OPTIONS));
        }
        put(key, equals < 0 ? "" : decoded(option.substring(equals + 1)));
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    private DatabaseUrl result() throws WrongUrl {
        String host = values.getOrDefault("host", "localhost");
        if (host.contains(",") || value("port", "").contains(",")) {
            throw new WrongUrl("A connection URL names one host; give each its own --database name=url");
        }
        if (!host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]")) {
            throw new WrongUrl("The host of the connection URL is neither a name nor an address, IPv6 in brackets;"
                    + " sockets in the file system are not supported. " + ENCODE);
        }
        String user = value("user", systemUser);
        return new DatabaseUrl(
                host,
                number("port", 5432, 65_535),
                value("dbname", user),
                new DatabaseUrl.Login(user, values.get("password")),
                tls(host),
                new DatabaseUrl.Session(
                        value("application_name", "mcp-postgres"),
                        values.get("search_path"),
                        Duration.ofSeconds(number("connect_timeout", 5, 60))));
    }

    /** Off this machine the server has to prove who it is, unless somebody says otherwise. */
    private DatabaseUrl.Tls tls(String host) throws WrongUrl {
        SslMode usual = DatabaseUrl.isLoopback(host) ? SslMode.PREFER : SslMode.VERIFY_FULL;
        String label = chosen("sslmode", SslMode.labels());
        SslMode mode = label == null ? usual : SslMode.named(label);
        String rootCert = values.get("sslrootcert");
        if (rootCert != null && !mode.verifies() && label != null) {
            throw new WrongUrl("sslrootcert is there to verify: give sslmode=verify-full with it");
        }
        return new DatabaseUrl.Tls(
                rootCert == null || mode.verifies() ? mode : SslMode.VERIFY_FULL,
                rootCert,
                chosen("channel_binding", List.of("disable", "prefer", "require")));
    }

    private String value(String key, String otherwise) {
        return Objects.requireNonNull(values.getOrDefault(key, otherwise));
    }

    private @Nullable String chosen(String key, List<String> allowed) throws WrongUrl {
        String value = values.get(key);
        if (value != null && !allowed.contains(value)) {
            throw new WrongUrl(key + " in the connection URL must be one of: " + String.join(", ", allowed));
        }
        return value;
    }

    private int number(String key, int otherwise, int most) throws WrongUrl {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new WrongUrl(key + " in the connection URL must be a number from 1 to " + most + ". " + ENCODE);
        }
        return Integer.parseInt(value);
    }

    /** Percent-encoded UTF-8; a plus sign is one. */
    private static String decoded(String text) throws WrongUrl {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
            if (percent >= 0) {
                bytes.write(encoded(text, percent));
                at = percent + 3;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WrongUrl("The connection URL has %-codes that are no UTF-8");
        }
    }

    private static int encoded(String text, int percent) throws WrongUrl {
        String code = text.substring(percent + 1, Math.min(percent + 3, text.length()));
        if (!code.matches("[0-9A-Fa-f]{2}") || code.equals("00")) {
            throw new WrongUrl("The connection URL has a % that two hex digits do not follow. " + ENCODE);
        }
        return HexFormat.fromHexDigits(code);
    }
}
