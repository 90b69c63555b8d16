package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.schema.Written;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to listen; port 0 is a free one, and an IPv6 address has its brackets in the text only. */
@Written(form = "[HOST:]PORT", example = "8080, 127.0.0.1:8080 or [::1]:8080")
public record ListenAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?:\\[([0-9a-fA-F.]*:[0-9a-fA-F:.]*)]|([a-zA-Z0-9][a-zA-Z0-9._-]*)):)?(0|[1-9][0-9]{0,4})");

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IP_V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final int LAST_PORT = 65_535;

    /** Null where the text is no such address. */
    public static @Nullable ListenAddress parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > LAST_PORT) {
            return null;
        }
        int port = Integer.parseInt(parts.group(3));
        String address = parts.group(1);
        if (address != null) {
            return literal(address) == null ? null : new ListenAddress(address, port);
        }
        String host = parts.group(2) == null ? "127.0.0.1" : parts.group(2);
        boolean broken = NUMBERS.matcher(host).matches() && literal(host) == null;
        return broken ? null : new ListenAddress(host, port);
    }

    /** Whether it can be reached from this machine only; of names that is certain for localhost alone. */
    public boolean loopback() {
        InetAddress address = literal(host);
        return address == null ? host.equalsIgnoreCase("localhost") : address.isLoopbackAddress();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** The address that the host is, or null for a name: names are not looked up. */
    private static @Nullable InetAddress literal(String host) {
        if (!host.contains(":") && !IP_V4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
