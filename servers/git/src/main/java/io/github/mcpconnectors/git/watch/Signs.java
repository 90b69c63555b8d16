package io.github.mcpconnectors.git.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository shows that HEAD, the index, a ref or what is under way changed (gitrepository-layout(5)). Git writes
 * these files under another name that ends in .lock, and renames them.
 *
 * @param gitDir the repository's own directory
 * @param commonDir the one that it shares with linked work trees, mostly the same
 * @param pointer .git in the work tree, which may be a file that says where the others are; null when bare
 */
public record Signs(Path gitDir, Path commonDir, @Nullable Path pointer) {

    private static final Set<String> OWN = Set.of(
            "HEAD",
            "index",
            "MERGE_HEAD",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "BISECT_LOG",
            "rebase-merge",
            "rebase-apply",
            "refs",
            "reftable");
    private static final Set<String> SHARED = Set.of("packed-refs", "config", "shallow", "refs", "reftable");

    /** Called before the names of the directory are looked at, so that who listens from there on misses nothing. */
    interface Visitor {
        void visit(Path directory, Predicate<String> names) throws IOException;
    }

    /** Tells each directory, and which names in it matter. */
    void visit(Visitor visitor) throws IOException {
        boolean alone = gitDir.equals(commonDir);
        visitor.visit(gitDir, name -> OWN.contains(name) || (alone && SHARED.contains(name)));
        if (!alone) {
            visitor.visit(commonDir, SHARED::contains);
        }
        for (Path directory : Stream.of(gitDir, commonDir).distinct().toList()) {
            visitAll(directory.resolve("refs"), visitor);
            visitAll(directory.resolve("reftable"), visitor);
        }
    }

    /** Into directories, and into no link. */
    private static void visitAll(Path directory, Visitor visitor) throws IOException {
        if (!isDirectory(directory)) {
            return;
        }
        visitor.visit(directory, name -> !name.endsWith(".lock"));
        try (DirectoryStream<Path> below = Files.newDirectoryStream(directory, Signs::isDirectory)) {
            for (Path each : below) {
                visitAll(each, visitor);
            }
        } catch (NoSuchFileException e) {
            // Git removes directories that have become empty; whoever listens above hears of it.
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What tells that the directories are others by now than those that were visited. */
    List<Stamp> places() {
        return Stream.of(gitDir, commonDir, pointer == null ? gitDir : pointer)
                .map(Stamp::ofPlace)
                .toList();
    }
}
