package io.github.mcpconnectors.git.remote;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** URLs as they may be told to others: who has one can still not log in with it. */
public final class SafeUrl {

    /** Schemes whose user is a name and no secret, such as git@. */
    private static final Set<String> NAMED_USERS = Set.of("ssh", "git+ssh", "ssh+git");

    /** What JGit takes for a path may still be a URL inside of something, such as ext::. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s]*@");

    private static final Pattern SCP_PASSWORD = Pattern.compile("^([^/@:\\s]*):[^/@\\s]*@");

    private static final int LONGEST = 500;

    private static final Pattern AFTER_PATH = Pattern.compile("[?#].*");

    private SafeUrl() {}

    /** Without password, without user but for ssh, and without a query, which may be a token. */
    public static String of(URIish url) {
        String scheme = url.getScheme();
        String user = url.getUser();
        boolean ssh = scheme == null ? url.getHost() != null : NAMED_USERS.contains(scheme.toLowerCase(Locale.ROOT));
        String bare = url.setPass(null).setUser(null).toString();
        String clean =
                SCP_PASSWORD.matcher(USER_INFO.matcher(bare).replaceAll("$1")).replaceFirst("$1@");
        if (scheme != null) {
            clean = AFTER_PATH.matcher(clean).replaceFirst("");
        }
        if (ssh && user != null) {
            clean = scheme == null ? user + "@" + clean : clean.replaceFirst("://", "://" + user + "@");
        }
        return Visible.line(Clip.line(clean, LONGEST));
    }
}
