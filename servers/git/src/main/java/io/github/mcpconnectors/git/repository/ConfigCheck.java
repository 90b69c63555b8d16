package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a repository's config before JGit does, following nothing, and refuses what leads outside and formats that JGit
 * would misread (git-config(1), gitrepository-layout(5)). Whatever else it says to run is not run, see {@link Inert}.
 */
final class ConfigCheck {

    private static final int MOST_BYTES = 1_048_576;
    private static final int MOST_INCLUDES = 10;

    /** Extensions that change nothing for a reader, or that JGit knows. */
    private static final Set<String> EXTENSIONS =
            Set.of("noop", "preciousobjects", "worktreeconfig", "refstorage", "objectformat", "relativeworktrees");

    /** A directory, file: or a program behind a helper (ext::). */
    private static final Pattern LOCAL_URL = Pattern.compile("([/.~\\\\]|[A-Za-z]:[/\\\\]|file:).*|[^/]*::.*");

    private final Roots roots;

    ConfigCheck(Roots roots) {
        this.roots = roots;
    }

    /** The config of what may be opened; empty if there is none. */
    Config check(Layout layout) throws IOException {
        Path file = layout.config();
        Config config = parse(file, layout);
        checkIncludes(config, file, layout, 0);
        refuse(config, layout);
        for (String key : List.of("excludesfile", "attributesfile")) {
            checkPath(config.getString("core", null, key), file, layout, "core." + key);
        }
        for (String url : config.getSubsections("url")) {
            if (LOCAL_URL.matcher(url).matches()) {
                throw Confinement.outside(layout, "url.*.insteadOf in its config");
            }
        }
        return config;
    }

    /** Where core.worktree says that the work tree is, unless this is a linked one. */
    Layout withWorkTree(Layout layout, Config config) throws IOException {
        String given = config.getString("core", null, "worktree");
        if (given == null || !layout.gitDir().equals(layout.commonDir())) {
            return layout;
        }
        checkPath(given, layout.config(), layout, "core.worktree");
        Path real = roots.realInside(layout.gitDir().resolve(given));
        return real == null ? layout : new Layout(layout.gitDir(), layout.commonDir(), real);
    }

    /** Names of the filters that git would run on files. */
    static List<String> filters(Config config) {
        return config.getSubsections("filter").stream()
                .filter(name -> Stream.of("clean", "smudge", "process")
                        .anyMatch(kind -> config.getString("filter", name, kind) != null))
                .map(Visible::line)
                .sorted()
                .toList();
    }

    private void checkIncludes(Config config, Path file, Layout layout, int depth) throws IOException {
        for (String path : config.getStringList("include", null, "path")) {
            Path included = checkPath(path, file, layout, "include.path");
            if (depth == MOST_INCLUDES) {
                throw Confinement.outside(layout, "include.path, nested too deeply, in its config");
            }
            if (included != null) {
                Config inner = parse(included, layout);
                checkIncludes(inner, included, layout, depth + 1);
                refuse(inner, layout);
            }
        }
    }

    /** The real path of what a config file names, or null where there is nothing. */
    private @Nullable Path checkPath(@Nullable String value, Path file, Layout layout, String key) throws IOException {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Path path = value.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), value.substring(2))
                    : file.resolveSibling(value);
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            Path real = roots.realInside(path);
            if (real != null) {
                return real;
            }
        } catch (InvalidPathException e) {
            throw invalid(layout, e);
        }
        throw Confinement.outside(layout, key + " in its config");
    }

    /** One file, without what it includes; empty where there is none. */
    static Config parse(Path file, Layout layout) throws IOException {
        Config config = new Config();
        if (!Files.exists(file)) {
            return config;
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw invalid(layout, null);
        }
        try {
            config.fromText(RawParseUtils.decode(Files.readAllBytes(file)));
            return config;
        } catch (ConfigInvalidException e) {
            throw invalid(layout, e);
        }
    }

    /** JGit reads whatever lies where a branch is said to be tracked. */
    private static void refuseDots(Config config, String section, String key, Layout layout) {
        boolean dots = config.getSubsections(section).stream()
                .flatMap(name -> Stream.of(config.getStringList(section, name, key)))
                .anyMatch(name -> name.contains(".."));
        if (dots) {
            throw Confinement.outside(layout, section + ".*." + key + " in its config");
        }
    }

    private static void refuse(Config config, Layout layout) {
        refuseDots(config, "branch", "merge", layout);
        refuseDots(config, "remote", "fetch", layout);
        String objects = config.getString("extensions", null, "objectformat");
        if (objects != null && !objects.equalsIgnoreCase("sha1")) {
            throw unsupported(
                    layout, "names its objects by " + Visible.line(objects) + ", not SHA-1; use the git program");
        }
        boolean promisor = config.getSubsections("remote").stream()
                .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
        if (promisor || config.getString("extensions", null, "partialclone") != null) {
            throw unsupported(
                    layout, "is a partial clone, whose missing objects only git can fetch; make a full clone");
        }
        for (String name : config.getNames("extensions")) {
            if (!EXTENSIONS.contains(name.toLowerCase(Locale.ROOT))) {
                throw unsupported(layout, "uses the extension " + Visible.line(name) + "; use the git program");
            }
        }
    }

    private static ToolException unsupported(Layout layout, String why) {
        return new ToolException(
                INVALID, "The repository " + layout.shown() + " cannot be read by this server: it " + why + ".");
    }

    private static ToolException invalid(Layout layout, @Nullable Throwable cause) {
        return new ToolException(INVALID, "The config of " + layout.shown() + " cannot be read.", cause);
    }
}
