package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Named;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Wanted;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Finds what a revision means in a repository, after <a href="https://git-scm.com/docs/gitrevisions">gitrevisions(7)</a>.
 * What means nothing, is ambiguous or looks like an option is a {@link ToolException} that says what to write instead.
 * Of the notation only names beside {@code refs/} in other worktrees are missing.
 */
public final class Revisions {

    private final Repository repository;
    private final DatePhrases dates;
    private final Call call;

    /**
     * @param dates for {@code @{yesterday}}
     * @param call which may be cancelled while history is searched
     */
    public Revisions(Repository repository, DatePhrases dates, Call call) {
        this.repository = repository;
        this.dates = dates;
        this.call = call;
    }

    /** A commit, tag, tree, or file. */
    public NamedObject object(String revision) {
        RevisionSyntax syntax = RevisionParser.parse(revision);
        return read(revision, history -> lookup(history).find(syntax, Wanted.ANY));
    }

    /** The commit that a revision names or a tag leads to. */
    public ObjectId commit(String revision) {
        RevisionSyntax syntax = RevisionParser.parse(revision);
        return read(revision, history -> peeled(history, syntax, Wanted.COMMIT));
    }

    /** The directory that a revision names, or the topmost one of a commit. */
    public ObjectId tree(String revision) {
        RevisionSyntax syntax = RevisionParser.parse(revision);
        return read(revision, history -> peeled(history, syntax, Wanted.TREE));
    }

    /** The ref that a revision is a name of: the branch behind {@code main}, <code>@{-1}</code> or <code>@{u}</code>. */
    public Optional<Ref> ref(String revision) {
        RevisionSyntax syntax = RevisionParser.parse(revision);
        if (!(syntax instanceof Named named) || !named.isName()) {
            return Optional.empty();
        }
        return read(revision, history -> Optional.ofNullable(lookup(history).ref(named)));
    }

    /** The commits of {@code a..b}, {@code a...b}, {@code ^a b}, {@code a^!} and the like, or of one revision and before. */
    public RevisionRange range(String range) {
        SafeNames.requireRevision(range);
        return read(range, history -> new RangeReader(history, lookup(history)).read(range));
    }

    /** Short names of branches, then of tags and remote branches, that may be written as revisions. */
    public List<String> names() {
        return read(
                "HEAD", history -> new Refs(history).names().stream().distinct().toList());
    }

    private Lookup lookup(History history) {
        return new Lookup(history, dates);
    }

    private ObjectId peeled(History history, RevisionSyntax syntax, Wanted wanted) throws IOException {
        NamedObject found = lookup(history).find(syntax, wanted);
        RevObject object = wanted == Wanted.COMMIT
                ? history.walk().parseCommit(found.id())
                : history.walk().parseTree(found.id());
        return object.copy();
    }

    /** Something looked up in a repository. */
    private interface Reading<T> {
        T from(History history) throws IOException;
    }

    private <T> T read(String revision, Reading<T> reading) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            return reading.from(new History(repository, walk, call));
        } catch (MissingObjectException e) {
            throw missing(revision, e);
        } catch (IncorrectObjectTypeException e) {
            throw new ToolException(
                    Reason.INVALID,
                    SafeNames.quoted(revision) + " does not lead to the kind of object that is needed: a file or a"
                            + " directory has no history, and a file is no directory.",
                    e);
        } catch (IOException | IndexOutOfBoundsException | InvalidObjectIdException e) {
            // JGit reads beyond the end of an object that ends too early; its messages may quote a file that is no ref
            throw new ToolException(
                    Reason.UNAVAILABLE, "The refs or objects of the repository cannot be read: it may be damaged.", e);
        }
    }

    private ToolException missing(String revision, MissingObjectException e) {
        return new ToolException(
                Reason.NOT_FOUND,
                "The object %s, which %s leads to, is not in this repository: it is of another one, or was not fetched."
                        .formatted(e.getObjectId().name(), SafeNames.quoted(revision)),
                e);
    }
}
