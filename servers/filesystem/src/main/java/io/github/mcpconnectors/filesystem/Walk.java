package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Failures;
import io.github.mcpconnectors.filesystem.text.GitIgnore;
import io.github.mcpconnectors.filesystem.text.PathPatterns;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visits what lies below a directory through open handles: no link is followed, names come in their natural order, a
 * directory before what is in it. What cannot be read is left out and counted.
 */
final class Walk {

    /** Deeper than this, a tree is generated or hostile; each level holds an open directory. */
    private static final int MAX_DEPTH = 200;

    /** What Java shows for bytes in a name that are no UTF-8. */
    private static final char NOT_UTF8 = '\ufffd';

    private static final int MAX_IGNORE_BYTES = 1_000_000;

    /** What to do after an entry. */
    enum Next {
        /** Go on, and into the entry if it is a directory. */
        ENTER,
        /** Go on, but not into it. */
        PASS,
        STOP
    }

    /** Looks at one entry. */
    interface Visitor {
        Next visit(Found found);
    }

    /** An entry in its open directory; the path is relative to the start, with slashes; the top has depth 1. */
    record Found(Directory directory, Entry entry, String path, int depth) {}

    /**
     * What is left out before the visitor sees it.
     *
     * @param after a path after which to begin, such as the last one of an earlier walk
     */
    record Filter(
            PathPatterns exclude,
            boolean gitIgnore,
            boolean hidden,
            @Nullable String after) {

        static Filter of(List<String> exclude, boolean respectGitignore, @Nullable String after) {
            return new Filter(PathPatterns.of(exclude), respectGitignore, true, after);
        }
    }

    private final Filter filter;
    private final Runnable check;
    private int denied;
    private boolean stopped;

    /** The check runs before each entry and may throw to end the walk. */
    Walk(Filter filter, Runnable check) {
        this.filter = filter;
        this.check = check;
    }

    /** Directories and entries that could not be read, or lie too deep. */
    int denied() {
        return denied;
    }

    /** Whether a visitor said so. */
    boolean stopped() {
        return stopped;
    }

    void run(Directory start, Visitor visitor) {
        GitIgnore rules = filter.gitIgnore() ? GitIgnore.start(ignoreFile(start)) : null;
        visitAll(new Level(start, "", 1, rules), visitor);
    }

    /** One open directory of the walk. */
    private record Level(
            Directory directory,
            String prefix,
            int depth,
            @Nullable GitIgnore rules) {}

    private void visitAll(Level level, Visitor visitor) {
        List<String> names = level.directory().names();
        names.sort(null);
        for (String name : names) {
            check.run();
            String path = level.prefix() + name;
            if (!passed(path)) {
                visit(level, name, path, visitor);
            }
            if (stopped) {
                return;
            }
        }
    }

    private void visit(Level level, String name, String path, Visitor visitor) {
        if (!filter.hidden() && name.startsWith(".")) {
            return;
        }
        try {
            Optional<Entry> entry = level.directory().find(name);
            if (entry.isPresent() && !excluded(level, entry.get(), path)) {
                visit(level, entry.get(), path, visitor);
            }
            // One that is gone again is no loss; one that Java cannot spell is there, but out of reach.
            if (entry.isEmpty() && name.indexOf(NOT_UTF8) >= 0) {
                denied++;
            }
        } catch (ToolException e) {
            if (!unreadable(e)) {
                throw e;
            }
            denied++;
        }
    }

    private void visit(Level level, Entry entry, String path, Visitor visitor) {
        boolean seen = filter.after() != null && Paths.order(path, filter.after()) <= 0;
        Next next = seen ? Next.ENTER : visitor.visit(new Found(level.directory(), entry, path, level.depth()));
        stopped = next == Next.STOP;
        if (next == Next.ENTER && entry.isDirectory() && !filter.exclude().matchAllBelow(path)) {
            if (level.depth() == MAX_DEPTH) {
                denied++;
                return;
            }
            try (Directory directory = level.directory().open(entry.name())) {
                GitIgnore rules =
                        level.rules() == null ? null : level.rules().enter(entry.name(), ignoreFile(directory));
                visitAll(new Level(directory, path + "/", level.depth() + 1, rules), visitor);
            }
        }
    }

    /** Whether this and all below it came before the place where the walk begins. */
    private boolean passed(String path) {
        String after = filter.after();
        return after != null && Paths.order(path, after) < 0 && !after.startsWith(path + "/");
    }

    private boolean excluded(Level level, Entry entry, String path) {
        GitIgnore rules = level.rules();
        return filter.exclude().match(path, entry.isDirectory())
                || (rules != null && rules.ignores(entry.name(), entry.isDirectory()));
    }

    /** What others may take away at any moment, or never let us see, is no reason to give up the rest. */
    private static boolean unreadable(ToolException e) {
        return e.reason() == Reason.DENIED || e.reason() == Reason.NOT_FOUND || e.reason() == Reason.CONFLICT;
    }

    /** One that cannot be read hides nothing. */
    private static @Nullable String ignoreFile(Directory directory) {
        try {
            Optional<Entry> entry = directory.find(".gitignore");
            return entry.isPresent() && entry.get().isFile() ? read(directory) : null;
        } catch (ToolException e) {
            return null;
        }
    }

    private static String read(Directory directory) {
        try (InputStream in = Channels.newInputStream(directory.read(".gitignore"))) {
            return new String(in.readNBytes(MAX_IGNORE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failures.of(e, directory.shown(".gitignore"));
        }
    }
}
