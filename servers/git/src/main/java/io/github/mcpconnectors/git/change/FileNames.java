package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.util.SystemReader;

/** Which names files may have: a tree can be made with any, and some would be written into .git. */
final class FileNames {

    private FileNames() {}

    /** Refuses .git and what a file system may take for it, such as .GIT/config, as git does. */
    static void requireSafe(String path) {
        ObjectChecker checker = new ObjectChecker()
                .setSafeForWindows(SystemReader.getInstance().isWindows())
                .setSafeForMacOS(true);
        try {
            checker.checkPath(path);
        } catch (CorruptObjectException e) {
            throw new ToolException(
                    Reason.INVALID, "Nothing was done: no file can be named " + Names.some(List.of(path)) + ".", e);
        }
    }

    /** Java has no name for such a file on disk, so what it reads and writes there is another. */
    static void requireText(String path, byte[] raw) {
        if (!isText(raw)) {
            throw new ToolException(
                    Reason.INVALID,
                    "Nothing was done: the name of " + Names.some(List.of(path))
                            + " is not UTF-8, and this server has no access to such files; use the git program.");
        }
    }

    /** Names of files in a directory that are there, and that Java has no access to. */
    static List<String> unreadable(File directory) {
        String[] names = directory.list();
        return names == null
                ? List.of()
                : Stream.of(names)
                        .filter(name -> name.indexOf('\ufffd') >= 0)
                        .filter(name -> !Files.exists(new File(directory, name).toPath(), LinkOption.NOFOLLOW_LINKS))
                        .toList();
    }

    static boolean isText(byte[] path) {
        String text = new String(path, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), path);
    }
}
