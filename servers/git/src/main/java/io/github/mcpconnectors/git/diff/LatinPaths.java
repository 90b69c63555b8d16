package io.github.mcpconnectors.git.diff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Finds paths by either spelling that they may have in a repository: JGit shows names that are no UTF-8 as if they were
 * Latin-1, and what it shows can be given back.
 */
final class LatinPaths extends TreeFilter {

    private final List<byte[]> spellings;

    LatinPaths(List<String> paths) {
        spellings = paths.stream()
                .flatMap(path ->
                        Stream.of(path.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
    }

    /** Whether UTF-8 is the only way to write a path. */
    static boolean oneSpelling(String path) {
        return path.chars().allMatch(letter -> letter < 0x80) || path.chars().anyMatch(letter -> letter > 0xff);
    }

    @Override
    public boolean include(TreeWalk walk) {
        return spellings.stream().anyMatch(path -> walk.isPathPrefix(path, path.length) == 0);
    }

    @Override
    public boolean shouldBeRecursive() {
        return true;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
