package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Puts the disk's failures into words for a model, naming no path but the one it asked for. */
public final class Failures {

    private Failures() {}

    public static ToolException of(IOException failure, String shown) {
        if (failure instanceof NoSuchFileException) {
            return new ToolException(NOT_FOUND, "No such file or directory: " + shown, failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new ToolException(DENIED, "The operating system refuses access to " + shown, failure);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return new ToolException(CONFLICT, "Already exists: " + shown, failure);
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return new ToolException(CONFLICT, "Directory not empty: " + shown, failure);
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return isChange(failure, String.valueOf(reason)) ? changed(shown) : unavailable(shown, reason, failure);
    }

    static ToolException changed(String shown) {
        return new ToolException(
                CONFLICT, "The path changed during the operation: " + shown + ". Look at it again before going on.");
    }

    /** What cannot be opened as a file, told before opening it: a pipe would block for ever. */
    static ToolException notAFile(Entry entry, String shown) {
        return switch (entry.type()) {
            case DIRECTORY -> new ToolException(INVALID, shown + " is a directory, not a file");
            case OTHER ->
                new ToolException(INVALID, shown + " is a pipe, socket or device; only regular files can be opened");
            case FILE, SYMLINK -> changed(shown);
        };
    }

    static ToolException notADirectory(Entry entry, String shown) {
        return entry.type() == Entry.Type.SYMLINK
                ? changed(shown)
                : new ToolException(INVALID, shown + " is not a directory");
    }

    // The JDK gives "a link where none may be" (ELOOP) no type of its own, but one of two fixed English endings.
    private static boolean isChange(IOException failure, String reason) {
        return failure instanceof NotDirectoryException
                || reason.endsWith("symbolic link")
                || reason.endsWith("(NOFOLLOW_LINKS specified)");
    }

    private static ToolException unavailable(String shown, @Nullable String reason, Throwable cause) {
        boolean tellable = reason != null && reason.indexOf('/') < 0 && reason.indexOf('\\') < 0;
        return new ToolException(
                UNAVAILABLE,
                "The disk failed on " + shown + ": "
                        + (tellable ? reason : cause.getClass().getSimpleName()),
                cause);
    }
}
