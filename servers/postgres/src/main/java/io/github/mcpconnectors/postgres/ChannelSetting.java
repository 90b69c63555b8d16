package io.github.mcpconnectors.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of --channel.
 *
 * @param database empty for each database
 * @param uri of a resource that changes with a note; empty for none
 */
record ChannelSetting(String database, String channel, String uri) {

    private static final Pattern SYNTAX =
            Pattern.compile("(?:([^:=%]+):)?([^:=]+)(?:=(postgres://[^/]+/(?:channels/[^/]+|[^/]+/[^/]+/sample)))?");

    /** PostgreSQL cuts longer names in LISTEN, and refuses them in pg_notify. */
    private static final int MOST_BYTES = 63;

    private static final ChannelSetting NONE = new ChannelSetting("", "", "");

    boolean isFor(String name) {
        return database.isEmpty() || database.equals(name);
    }

    /** The resources that change with a note. */
    List<String> fed(String name) {
        String own = ChannelNotes.uri(name, channel);
        return uri.isEmpty() ? List.of(own) : List.of(own, uri);
    }

    static ChannelSetting parse(String text, List<String> problems) {
        Matcher matcher = SYNTAX.matcher(text);
        String channel = matcher.matches() ? decode(matcher.group(2)) : "";
        if (channel.isEmpty()
                || channel.indexOf(0) >= 0
                || channel.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problems.add("--channel " + text + ": wants [database:]name[=uri of a sample], such as orders_changed or"
                    + " shop:orders_changed=postgres://shop/public/orders/sample; a name of at most " + MOST_BYTES
                    + " bytes, and in it , : = % as %2C %3A %3D %25");
            return NONE;
        }
        return new ChannelSetting(or(matcher.group(1)), channel, or(matcher.group(3)));
    }

    private static String or(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Empty for a % that is followed by something else than two digits. */
    private static String decode(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
