package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.jspecify.annotations.Nullable;

/** A repository for as long as one call works on it. */
public final class OpenRepository {

    private final Repository jgit;
    private final String shown;
    private final List<String> ignoredFilters;
    private final Function<Path, Optional<ObjectId>> submoduleHeads;
    private boolean indexChecked;

    OpenRepository(
            Repository jgit,
            String shown,
            List<String> ignoredFilters,
            Function<Path, Optional<ObjectId>> submoduleHeads) {
        this.jgit = jgit;
        this.shown = shown;
        this.ignoredFilters = List.copyOf(ignoredFilters);
        this.submoduleHeads = submoduleHeads;
    }

    /** For everything that JGit can do by itself. For the files on disk ask {@link #workTree}. */
    public Repository jgit() {
        return jgit;
    }

    /** JGit's commands on it. Only within {@link Repositories#write} may they change something. */
    public Git git() {
        return Git.wrap(jgit);
    }

    /** Before anything that makes a commit, a tag or an entry in a reflog. */
    public void requireIdentity() {
        Identity.require(jgit);
    }

    /** The path of the work tree, or of a bare repository. */
    public String shown() {
        return shown;
    }

    /** Names of filters in the config that git would run on files, such as lfs; here files are what they are on disk. */
    public List<String> ignoredFilters() {
        return ignoredFilters;
    }

    public DirCache index() throws IOException {
        requireWorkTree();
        return jgit.readDirCache();
    }

    /** The files on disk, to be walked once. */
    public FileTreeIterator workTree() {
        requireWorkTree();
        return new WorkTree(this, true);
    }

    /** The same where files may be overwritten: those marked by git update-index --assume-unchanged are looked at too. */
    public FileTreeIterator workTreeToChange() {
        requireWorkTree();
        return new WorkTree(this, false);
    }

    /** The commit that is checked out in the submodule in this directory, if it lies where it may be looked at. */
    public Optional<ObjectId> submoduleHead(Path directory) {
        return submoduleHeads.apply(directory);
    }

    /** The tree of the last commit, or null before the first one. */
    public @Nullable RevTree headTree() throws IOException {
        ObjectId head = jgit.resolve(Constants.HEAD);
        if (head == null) {
            return null;
        }
        try (RevWalk walk = new RevWalk(jgit)) {
            return walk.parseTree(head);
        }
    }

    /** Refuses bare repositories, and an index that cannot be read. */
    public void requireWorkTree() {
        if (jgit.isBare()) {
            throw new ToolException(INVALID, "The repository " + shown + " is bare: it has no files checked out.");
        }
        if (!indexChecked) {
            IndexCheck.check(jgit.getIndexFile().toPath(), shown);
            indexChecked = true;
        }
    }
}
