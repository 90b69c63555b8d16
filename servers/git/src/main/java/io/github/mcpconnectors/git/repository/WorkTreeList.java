package io.github.mcpconnectors.git.repository;

import io.github.mcpconnectors.shared.Clip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Reads which work trees share a repository (gitrepository-layout(5), worktrees). Outside the roots it looks at nothing. */
final class WorkTreeList {

    private static final int MOST = 1_000;
    private static final int MOST_BYTES = 4_096;
    private static final String SYMBOLIC = "ref: ";

    private final Roots roots;
    private final Layout layout;
    private final Repository jgit;

    WorkTreeList(Roots roots, Layout layout, Repository jgit) {
        this.roots = roots;
        this.layout = layout;
        this.jgit = jgit;
    }

    /** The main one first, then by path. */
    List<LinkedWorkTree> read() throws IOException {
        List<LinkedWorkTree> linked = new ArrayList<>();
        Path all = layout.commonDir().resolve("worktrees");
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(all, Files::isDirectory)) {
                for (Path entry : entries) {
                    if (linked.size() == MOST) {
                        break;
                    }
                    linked.add(linked(entry));
                }
            }
        }
        linked.sort(Comparator.comparing(LinkedWorkTree::path, Comparator.nullsLast(Comparator.naturalOrder())));
        linked.add(0, main());
        return linked;
    }

    private LinkedWorkTree main() throws IOException {
        Path common = layout.commonDir();
        Path parent = common.getParent();
        Path place = common.endsWith(Constants.DOT_GIT) && parent != null ? parent : common;
        boolean bare = jgit.getConfig().getBoolean("core", "bare", false);
        return at(roots.contain(place) ? place : null, bare, common, null, null);
    }

    private LinkedWorkTree linked(Path own) throws IOException {
        Path place = place(own);
        boolean inside = place != null && isInside(place);
        String locked = line(own.resolve("locked"));
        String prunable = locked == null ? prunable(own, place, inside) : null;
        return at(inside ? place : null, false, own, locked, prunable);
    }

    /** By its spelling, since even whether something is there must not be found out of what is outside. */
    private boolean isInside(Path place) {
        for (Path at = place; at != null && roots.contain(at); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return false;
            }
        }
        return roots.contain(place);
    }

    private LinkedWorkTree at(
            @Nullable Path place, boolean bare, Path own, @Nullable String locked, @Nullable String prunable)
            throws IOException {
        String head = line(own.resolve(Constants.HEAD));
        String branch = head != null && head.startsWith(SYMBOLIC)
                ? head.substring(SYMBOLIC.length()).strip()
                : null;
        Ref ref = branch == null || !Repository.isValidRefName(branch) ? null : jgit.exactRef(branch);
        String sha = ref != null && ref.getObjectId() != null
                ? ref.getObjectId().name()
                : head != null && ObjectId.isId(head) ? head : null;
        return new LinkedWorkTree(
                place == null ? null : Visible.line(place.toString()),
                bare,
                sha,
                branch == null ? null : shown(Repository.shortenRefName(branch)),
                locked == null ? null : shown(locked),
                prunable);
    }

    private static String shown(String text) {
        return Visible.line(Clip.line(text, 200));
    }

    /** Where its .git file is said to be, without that. */
    private static @Nullable Path place(Path own) throws IOException {
        try {
            String text = line(own.resolve("gitdir"));
            return text == null || text.isEmpty()
                    ? null
                    : own.resolve(text).normalize().getParent();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** In the words of git. */
    private static @Nullable String prunable(Path own, @Nullable Path place, boolean inside) throws IOException {
        if (!Files.exists(own.resolve("gitdir"))) {
            return "gitdir file does not exist";
        }
        if (place == null) {
            return "invalid gitdir file";
        }
        boolean gone = inside && !Files.exists(place.resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS);
        return gone ? "gitdir file points to non-existent location" : null;
    }

    private static @Nullable String line(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        }
    }
}
