package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * Who makes commits, as git finds it: git's variables, the repository's config, then the user's. Of the user's config,
 * which no repository can write, nothing else is read.
 */
final class Identity {

    private static final int MOST_BYTES = 1_048_576;

    /** The variables of git(1) that name people. */
    static final Set<String> VARIABLES =
            Set.of("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL");

    private Identity() {}

    /** JGit would make up a name out of the account and the machine. */
    static void require(Repository repository) {
        UserConfig user = repository.getConfig().get(UserConfig.KEY);
        if (user.isCommitterNameImplicit() || user.isCommitterEmailImplicit()) {
            throw new ToolException(
                    INVALID,
                    "It is not known who commits. Run git config --global user.name \"Your Name\" and git config"
                            + " --global user.email you@example.org, or start the server with GIT_AUTHOR_NAME,"
                            + " GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL set.");
        }
    }

    /** The names that the user's config has, by the keys name and email (git-config(1), FILES). */
    static Map<String, String> ofUser() {
        Map<String, String> found = new TreeMap<>();
        Path home = Path.of(System.getProperty("user.home"));
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path configs = xdg == null || xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg);
        read(configs.resolve("git").resolve("config"), found);
        read(home.resolve(".gitconfig"), found);
        return found;
    }

    private static void read(Path file, Map<String, String> found) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return;
            }
            Config config = new Config();
            config.fromText(RawParseUtils.decode(Files.readAllBytes(file)));
            for (String key : config.getNames("user")) {
                String name = key.toLowerCase(Locale.ROOT);
                String value = config.getString("user", null, key);
                if (value != null && (name.equals("name") || name.equals("email"))) {
                    found.put(name, value);
                }
            }
        } catch (IOException | ConfigInvalidException e) {
            // As if it were not there: then whoever needs a name is asked for one.
            found.clear();
        }
    }
}
