package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.merge.NewTree;
import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.merge.Versions;
import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.errors.CheckoutConflictException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Puts a tree into the index and the files: all of it, or nothing where local changes would be lost. */
public final class Landing {

    private Landing() {}

    /** Takes the files from one tree to another; changes to files that are the same in both stay. */
    public static void move(OpenRepository repository, @Nullable ObjectId from, ObjectId to) throws IOException {
        DirCache index = repository.jgit().lockDirCache();
        try {
            DirCacheCheckout checkout =
                    new DirCacheCheckout(repository.jgit(), from, index, to, repository.workTreeToChange());
            checkout.setFailOnConflict(true);
            checkout.checkout();
        } catch (CheckoutConflictException e) {
            List<String> paths = Stream.of(e.getConflictingFiles())
                    .map(path -> PathKey.of(path.getBytes(StandardCharsets.UTF_8)))
                    .sorted()
                    .toList();
            LocalChanges.refuse(
                    paths,
                    "Local changes would be overwritten: ",
                    "Commit them, git_stash them or move them away first");
        } catch (InvalidPathException e) {
            throw NewTree.unsafe(e);
        } finally {
            index.unlock();
        }
    }

    /** The same for the result of a merge, with its conflicts in the index. */
    static void land(OpenRepository repository, ObjectId from, Merged merged) throws IOException {
        move(repository, from, merged.tree());
        stage(repository, merged);
    }

    /** Puts the conflicts into the index, once the files are there. */
    public static void stage(OpenRepository repository, Merged merged) throws IOException {
        if (!merged.clean()) {
            stage(repository, merged.conflicts());
            StateFiles.remember(repository, merged);
        }
    }

    private static void stage(OpenRepository repository, Map<String, Versions> conflicts) throws IOException {
        DirCache index = repository.jgit().lockDirCache();
        try {
            DirCacheBuilder builder = index.builder();
            for (int i = 0; i < index.getEntryCount(); i++) {
                if (!conflicts.containsKey(PathKey.of(index.getEntry(i).getRawPath()))) {
                    builder.add(index.getEntry(i));
                }
            }
            conflicts.forEach((path, versions) -> add(builder, path, versions));
            builder.commit();
        } finally {
            index.unlock();
        }
    }

    private static void add(DirCacheBuilder builder, String path, Versions versions) {
        List<@Nullable Version> stages = versions.stages();
        for (int i = 0; i < stages.size(); i++) {
            Version version = stages.get(i);
            if (version != null) {
                builder.add(NewTree.entry(path, version, i + 1));
            }
        }
    }
}
