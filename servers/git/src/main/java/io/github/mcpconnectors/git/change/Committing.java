package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.CommitConfig.CleanupMode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Makes a commit of what is staged, with git's own checks before it; JGit would commit nothing without a word. */
public final class Committing {

    /**
     * What is to be committed.
     *
     * @param author else who the configuration names
     * @param amend take the place of the last commit
     * @param all stage changes to known files first
     */
    public record Request(String message, @Nullable Author author, boolean amend, boolean allowEmpty, boolean all) {}

    private final OpenRepository repository;
    private final Repository jgit;
    private final Request request;
    private final RepositoryState state;

    public Committing(OpenRepository repository, Request request) {
        repository.requireWorkTree();
        this.repository = repository;
        this.jgit = repository.jgit();
        this.request = request;
        this.state = jgit.getRepositoryState();
    }

    public RevCommit commit(Call call) throws IOException, GitAPIException {
        repository.requireIdentity();
        requireMessage();
        RevCommit last = last();
        requireAmendable(last);
        requireResolved();
        if (request.all()) {
            new Staging(repository, Pathspec.everything(), false).stage(call);
        }
        if (!request.allowEmpty() && !concludesMerge()) {
            requireChanges(last);
        }
        CommitCommand command = repository
                .git()
                .commit()
                .setMessage(request.message() + "\n")
                .setCleanupMode(CleanupMode.DEFAULT)
                .setDefaultClean(false)
                .setAmend(request.amend())
                .setAllowEmpty(true)
                .setSign(false);
        PersonIdent author = author(last);
        if (author != null) {
            command.setAuthor(author);
        }
        RevCommit made = made(command, last);
        jgit.writeSquashCommitMsg(null);
        // JGit leaves how a merge was asked for, and the message of a rebase that stopped.
        jgit.writeMergeCommitMsg(null);
        Files.deleteIfExists(jgit.getDirectory().toPath().resolve("MERGE_MODE"));
        return made;
    }

    private RevCommit made(CommitCommand command, @Nullable RevCommit last) throws GitAPIException {
        try {
            return command.call();
        } catch (JGitInternalException e) {
            // So JGit fails where a commit is amended to what it was, within the same second.
            if (request.amend()
                    && last != null
                    && String.valueOf(e.getMessage()).contains(last.name())) {
                return last;
            }
            throw e;
        }
    }

    private void requireMessage() {
        if (request.message().isBlank() || request.message().indexOf('\0') >= 0) {
            throw new ToolException(Reason.INVALID, "The message is empty or holds a NUL; nothing was committed.");
        }
    }

    private @Nullable RevCommit last() throws IOException {
        return commit(jgit.resolve(Constants.HEAD));
    }

    private @Nullable RevCommit commit(@Nullable ObjectId id) throws IOException {
        if (id == null) {
            return null;
        }
        try (RevWalk walk = new RevWalk(jgit)) {
            return walk.parseCommit(id);
        }
    }

    private void requireAmendable(@Nullable RevCommit last) {
        if (request.amend() && last == null) {
            throw new ToolException(Reason.CONFLICT, "There is no commit to amend yet; leave amend out.");
        }
        if (request.amend() && !state.canAmend()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "A merge, rebase or the like is under way: there is nothing to amend; leave amend out.");
        }
    }

    private boolean concludesMerge() {
        return state.name().startsWith("MERGING");
    }

    private void requireResolved() throws IOException {
        DirCache index = repository.index();
        Set<String> conflicts = new TreeSet<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (index.getEntry(i).getStage() != 0) {
                conflicts.add(index.getEntry(i).getPathString());
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "There are conflicts in " + Names.some(conflicts)
                            + ". Edit these files, call git_add for them, then commit.");
        }
    }

    /** An amended commit is compared with what it was made on, unless it is a merge. */
    private void requireChanges(@Nullable RevCommit last) throws IOException {
        if (request.amend() && last != null && last.getParentCount() > 1) {
            return;
        }
        RevCommit before = request.amend() && last != null ? parent(last) : last;
        try (ObjectInserter inserter = jgit.newObjectInserter()) {
            DirCache index = repository.index();
            boolean same = before == null
                    ? index.getEntryCount() == 0
                    : index.writeTree(inserter).equals(before.getTree());
            if (same) {
                throw new ToolException(
                        Reason.CONFLICT,
                        request.amend()
                                ? "Amended so, the commit would be empty; set allow_empty if that is meant."
                                : "Nothing is staged. Call git_add first, or set all for changes to known files.");
            }
        }
    }

    private @Nullable RevCommit parent(RevCommit commit) throws IOException {
        return commit.getParentCount() == 0 ? null : commit(commit.getParent(0));
    }

    /** Null leaves it to JGit: whoever commits, or the author of the amended commit. */
    private @Nullable PersonIdent author(@Nullable RevCommit last) throws IOException {
        RevCommit picked = commit(jgit.readCherryPickHead());
        RevCommit earlier = request.amend() ? last : picked;
        PersonIdent before = earlier == null ? null : earlier.getAuthorIdent();
        if (request.author() != null) {
            return request.author().at(before);
        }
        return picked == null ? null : before;
    }

    /** Hooks that git would run now; each names what was not checked. */
    public List<String> hooks() {
        if (jgit.getConfig().getString("core", null, "hooksPath") != null) {
            return List.of("core.hooksPath");
        }
        return Stream.of("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit")
                .filter(name -> jgit.getCommonDirectory()
                        .toPath()
                        .resolve("hooks")
                        .resolve(name)
                        .toFile()
                        .canExecute())
                .toList();
    }

    public boolean shouldBeSigned() {
        return jgit.getConfig().getBoolean("commit", "gpgSign", false);
    }
}
