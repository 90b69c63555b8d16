package io.github.mcpconnectors.git.network;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.ToolException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Where this server may connect to. {@code host} allows HTTPS and SSH at their usual ports, {@code host:port} at that one,
 * {@code *} in a host stands for anything, and plain HTTP needs {@code http://host:port}.
 */
public final class AllowedHosts {

    private static final Pattern ENTRY =
            Pattern.compile("(http://)?([*a-z0-9.-]+|\\[[0-9a-f:]+])(?::(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+]");

    private static final int LONGEST = 2_000;

    /** @param port null for the usual one */
    private record Entry(
            boolean plain, String host, @Nullable Integer port) {

        boolean named() {
            return host.indexOf('*') < 0;
        }

        /** As a person writes it. */
        String shown() {
            return (plain ? "http://" : "") + host + (port == null ? "" : ":" + port);
        }

        boolean allows(String scheme, String asked, int askedPort) {
            boolean kind = plain == scheme.equals("http");
            boolean samePort = askedPort == (port == null ? usualPort(scheme) : port);
            return kind && samePort && asked.matches(Globs.regex(host));
        }
    }

    private final List<Entry> entries;

    public AllowedHosts(List<String> given) {
        entries = given.stream().map(AllowedHosts::entry).toList();
    }

    private static Entry entry(String given) {
        Matcher parts = ENTRY.matcher(given);
        if (!parts.matches() || (parts.group(1) != null && given.contains("*"))) {
            throw new StartException(
                    2, "--allow-hosts: write host, host:port, *.host or http://host:port, not " + Visible.line(given));
        }
        Integer port = parts.group(3) == null ? null : Integer.valueOf(parts.group(3));
        return new Entry(parts.group(1) != null, parts.group(2).toLowerCase(Locale.ROOT), port);
    }

    /** The place that a model named. */
    public Destination judge(String url) {
        try {
            URIish uri = new URIish(url);
            if (uri.getPass() != null) {
                throw new ToolException(INVALID, "Leave the password out of the URL; the server has its own.");
            }
            return judge(uri);
        } catch (URISyntaxException e) {
            throw new ToolException(INVALID, "That is no URL of a repository.", e);
        }
    }

    /** The place of a remote, as its URL stands after the config has rewritten it. */
    public Destination judge(URIish uri) {
        String scheme = uri.getScheme() == null ? "ssh" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!List.of("https", "http", "ssh").contains(scheme)
                || !HOST.matcher(host).matches()
                || !isPath(uri.getPath())) {
            throw new ToolException(
                    DENIED,
                    "Only https:// and ssh:// URLs are used here, not "
                            + Visible.line(uri.setPass(null).toString()) + ".");
        }
        Integer port = uri.getPort() > 0 ? (Integer) uri.getPort() : null;
        Entry entry = entry(scheme, host, port == null ? usualPort(scheme) : port);
        // The path of host:path is relative to a home, or whatever the host makes of it, so that form stays.
        boolean url = uri.getScheme() != null;
        URIish clean = new URIish()
                .setScheme(url ? scheme : null)
                .setHost(host)
                .setPort(port == null ? -1 : port)
                .setUser(scheme.equals("ssh") ? uri.getUser() : null)
                .setPath(url && !uri.getPath().startsWith("/") ? "/" + uri.getPath() : uri.getPath());
        return new Destination(clean, entry.named());
    }

    private Entry entry(String scheme, String host, int port) {
        return entries.stream()
                .filter(entry -> entry.allows(scheme, host, port))
                // A host that is named too may be private, whatever patterns it matches.
                .reduce((one, other) -> one.named() ? one : other)
                .orElseThrow(() -> denied(scheme, host, port));
    }

    private ToolException denied(String scheme, String host, int port) {
        String place = (scheme.equals("http") ? "http://" : "")
                + host
                + (port == usualPort(scheme) && !scheme.equals("http") ? "" : ":" + port);
        List<String> known = entries.stream().map(Entry::shown).distinct().toList();
        return new ToolException(
                DENIED,
                "This server may not connect to " + place + ", only to " + String.join(", ", known)
                        + ". A person can start it with that in --allow-hosts.");
    }

    private static boolean isPath(@Nullable String path) {
        return path != null
                && !path.isEmpty()
                && !path.startsWith("-")
                && path.length() <= LONGEST
                && path.chars().noneMatch(Character::isISOControl);
    }

    static int usualPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> 22;
        };
    }
}
