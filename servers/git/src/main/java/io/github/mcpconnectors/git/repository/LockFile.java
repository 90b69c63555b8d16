package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jgit.errors.LockFailedException;
import org.jspecify.annotations.Nullable;

/** A file by which a Git program says that it is changing something, or said so when it crashed. It is never deleted here. */
final class LockFile {

    private static final String SUFFIX = ".lock";

    private LockFile() {}

    static ToolException held(LockFailedException failure, String shown) {
        Path lock = lock(failure.getFile().toPath());
        String age = age(lock);
        String found = age == null
                ? "It is gone by now: try again."
                : "It is " + age + " old. Try again; if no Git program is at work there, a person should delete it.";
        return new ToolException(
                CONFLICT,
                "Another Git program is changing " + shown + ", or crashed there and left its lock file " + name(lock)
                        + ". " + found,
                failure);
    }

    /** JGit names what it wanted to lock. */
    private static Path lock(Path file) {
        return file.toString().endsWith(SUFFIX) ? file : Path.of(file + SUFFIX);
    }

    /** As seen from the repository. */
    private static String name(Path lock) {
        for (int i = lock.getNameCount() - 1; i >= 0; i--) {
            if (lock.getName(i).toString().equals(".git")) {
                return Visible.line(lock.subpath(i, lock.getNameCount()).toString());
            }
        }
        return Visible.line(String.valueOf(lock.getFileName()));
    }

    private static @Nullable String age(Path lock) {
        try {
            Instant made =
                    Files.getLastModifiedTime(lock, LinkOption.NOFOLLOW_LINKS).toInstant();
            return words(Duration.between(made, Instant.now()));
        } catch (IOException e) {
            return null;
        }
    }

    private static String words(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        if (age.toHours() > 1) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : Math.max(0, age.toSeconds()) + " seconds";
    }
}
