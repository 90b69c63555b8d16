package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.NoHeadException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;

/**
 * Puts JGit's failures into words for a model. JGit's own messages are never passed on: they name paths of this machine
 * and quote what it failed to parse, which may be a file that a link led to.
 */
public final class Failures {

    private Failures() {}

    public static ToolException of(Exception failure, String repository) {
        String shown = Visible.line(repository);
        if (failure instanceof GitAPIException || failure instanceof RuntimeException) {
            return ofCommand(failure, shown);
        }
        if (failure instanceof RepositoryNotFoundException || failure instanceof NoSuchFileException) {
            return new ToolException(NOT_FOUND, "There is no Git repository in " + shown + ".", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new ToolException(DENIED, "The operating system refuses access to a file of " + shown, failure);
        }
        if (failure instanceof LockFailedException locked) {
            return LockFile.held(locked, shown);
        }
        return ofObject(failure, shown);
    }

    private static ToolException ofCommand(Exception failure, String shown) {
        if (failure instanceof NoHeadException) {
            return new ToolException(CONFLICT, "The repository " + shown + " has no commits yet.", failure);
        }
        if (failure instanceof LargeObjectException) {
            return new ToolException(INVALID, "An object in " + shown + " is too large to be shown.", failure);
        }
        if (failure.getCause() instanceof IOException cause) {
            return of(cause, shown);
        }
        // Whatever is left is a mistake of ours, and told as such.
        throw failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }

    private static ToolException ofObject(Exception failure, String shown) {
        if (failure instanceof MissingObjectException) {
            return new ToolException(
                    UNAVAILABLE,
                    "An object is missing in " + shown
                            + ": the clone is shallow or partial, or damaged. git fsck tells.",
                    failure);
        }
        if (failure instanceof IncorrectObjectTypeException) {
            return new ToolException(INVALID, "That names an object of another kind than is needed here.", failure);
        }
        boolean index = comesFrom(failure, DirCache.class);
        if (index) {
            return new ToolException(
                    INVALID,
                    "The index of " + shown
                            + " cannot be read by this server: it is split, sparse or damaged. For a split"
                            + " one run git update-index --no-split-index, for a sparse one git sparse-checkout reapply"
                            + " --no-sparse-index.",
                    failure);
        }
        String what = failure instanceof CorruptObjectException ? "is damaged; git fsck tells more" : "cannot be read";
        return new ToolException(UNAVAILABLE, "Something in " + shown + " " + what + ".", failure);
    }

    /** JGit's parsers trust what they read, so what they throw unchecked is about the repository; the rest is our mistake. */
    static RuntimeException unchecked(RuntimeException failure, String repository) {
        boolean jgit = Stream.of(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .findFirst()
                // The compiler leaves traces out of what is thrown often.
                .map(name -> name.startsWith("org.eclipse.jgit."))
                .orElse(true);
        return jgit
                ? new ToolException(
                        UNAVAILABLE,
                        "Something in " + Visible.line(repository) + " is damaged; git fsck tells more.",
                        failure)
                : failure;
    }

    /** A damaged length in the index of a pack becomes an array of that length. */
    static ToolException exhausted(VirtualMachineError failure, String repository) {
        return new ToolException(
                UNAVAILABLE,
                "Something in " + Visible.line(repository)
                        + " is damaged, or too large for the memory of this server; git fsck tells more.",
                failure);
    }

    /** A split or sparse index fails in many ways, some in unchecked exceptions of JGit's parser. */
    private static boolean comesFrom(Throwable failure, Class<?> type) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().equals(type.getName())
                    && frame.getMethodName().startsWith("read")) {
                return true;
            }
        }
        return false;
    }
}
