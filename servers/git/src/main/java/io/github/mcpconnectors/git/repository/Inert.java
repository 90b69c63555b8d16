package io.github.mcpconnectors.git.repository;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.FileTreeIterator.FileModeStrategy;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.Entry;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.TemporaryBuffer;

/**
 * The file system that JGit gets from us: it starts no program. Hooks are not there; a filter gives back what it is given,
 * whatever command the config names; and what would block whoever reads it (a pipe, a device) is not listed.
 */
final class Inert {

    private Inert() {}

    static FS fileSystem() {
        return FS.DETECTED instanceof FS_Win32 ? new InertWindows() : new InertPosix();
    }

    static FS.ExecutionResult passedThrough(InputStream in) throws IOException {
        try (TemporaryBuffer out = new TemporaryBuffer.LocalFile(null);
                TemporaryBuffer none = new TemporaryBuffer.Heap(0)) {
            in.transferTo(out);
            return new FS.ExecutionResult(out, none, 0);
        }
    }

    /** Gives what is neither file, directory nor link a mode by which {@link #usual} knows it. */
    static FileModeStrategy markSpecial(FileModeStrategy modes) {
        return (file, attributes) ->
                attributes.isRegularFile() || attributes.isDirectory() || attributes.isSymbolicLink()
                        ? modes.getMode(file, attributes)
                        : FileMode.MISSING;
    }

    static Entry[] usual(Entry[] all) {
        return Arrays.stream(all)
                .filter(entry -> entry.getMode() != FileMode.MISSING)
                .toArray(Entry[]::new);
    }
}
