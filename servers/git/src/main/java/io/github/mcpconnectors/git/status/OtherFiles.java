package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.repository.Visible;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.jgit.lib.IndexDiff;

/** Files on disk that are not in the index; a directory with nothing else in it is one entry that ends in a slash. */
record OtherFiles(List<String> untracked, List<String> ignored) {

    /** What Java shows in the place of bytes that are no UTF-8. */
    private static final String UNREADABLE = "\ufffd";

    /**
     * JGit also lists directories that are empty, of which git knows nothing.
     *
     * @param readable whether all names in the index can be found on a disk; those that cannot are no other files
     */
    static OtherFiles of(IndexDiff diff, Path top, boolean readable) {
        TreeSet<String> folders = new TreeSet<>();
        diff.getUntrackedFolders().forEach(folder -> folders.add(folder + "/"));
        TreeSet<String> untracked = new TreeSet<>();
        diff.getUntracked().stream()
                .filter(path -> readable || !path.contains(UNREADABLE))
                .forEach(path -> untracked.add(inFolder(folders, path, top)));
        folders.removeAll(untracked);
        TreeSet<String> ignored = new TreeSet<>();
        diff.getIgnoredNotInIndex().forEach(path -> ignored.add(inFolder(folders, path, top)));
        return new OtherFiles(shown(untracked), shown(ignored));
    }

    /** No folder lies in another one, so the one before a path in the order is the only one that it can be in. */
    private static String inFolder(TreeSet<String> folders, String path, Path top) {
        String folder = folders.floor(path);
        if (folder != null && path.startsWith(folder)) {
            return folder;
        }
        return Files.isDirectory(top.resolve(path), LinkOption.NOFOLLOW_LINKS) ? path + "/" : path;
    }

    private static List<String> shown(TreeSet<String> paths) {
        return paths.stream().map(Visible::line).toList();
    }
}
