package io.github.mcpconnectors.shared.transport.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Against DNS rebinding (2026-07-28, Streamable HTTP, Security): a web page whose host name is made to point at this machine
 * sends that name as Host and its own address as Origin. It takes a name to do so, hence a Host that is an address is safe.
 */
final class Guard {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[^\\[\\]:/@\\s]+)(:\\d{1,5})?");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS = Pattern.compile("\\[.+]|(" + BYTE + "\\.){3}" + BYTE);
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s,*]+");
    private static final Pattern LOCAL_ORIGIN =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private final Set<String> hosts;
    private final Set<String> origins;
    private final boolean loopback;

    Guard(HttpAddress address) {
        this.hosts = lowerCase(Stream.concat(Stream.of(address.listen().host()), address.allowedHosts().stream()));
        this.origins = lowerCase(address.allowedOrigins().stream());
        this.loopback = address.listen().loopback();
    }

    private static Set<String> lowerCase(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Why the request must not be served, or null. */
    @Nullable
    Refusal refusal(HttpFields headers) {
        if (!only(headers.getValuesList(HttpHeader.HOST), this::allowsHost)) {
            return Refusal.of(403, "This Host is not allowed");
        }
        List<String> origin = headers.getValuesList(HttpHeader.ORIGIN);
        return origin.isEmpty() || only(origin, this::allowsOrigin)
                ? null
                : Refusal.of(403, "This Origin is not allowed");
    }

    private static boolean only(List<String> values, Predicate<String> allowed) {
        return values.size() == 1 && allowed.test(values.get(0).toLowerCase(Locale.ROOT));
    }

    private boolean allowsHost(String hostAndPort) {
        Matcher match = HOST.matcher(hostAndPort);
        if (!match.matches()) {
            return false;
        }
        String host = match.group(1);
        return host.equals("localhost")
                || ADDRESS.matcher(host).matches()
                || hosts.contains(host)
                || hosts.contains(hostAndPort);
    }

    private boolean allowsOrigin(String origin) {
        return (origins.contains(origin) && ORIGIN.matcher(origin).matches())
                || (loopback && LOCAL_ORIGIN.matcher(origin).matches());
    }
}
