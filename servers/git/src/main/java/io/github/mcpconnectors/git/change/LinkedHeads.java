package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Branches that work trees have checked out or are rebasing (gitrepository-layout(5)): those stay as they are. */
public final class LinkedHeads {

    private static final int LONGEST = 4_096;
    private static final List<String> FILES =
            List.of(Constants.HEAD, "rebase-merge/head-name", "rebase-apply/head-name");

    private LinkedHeads() {}

    /** Refuses a branch that another work tree of this repository is on. */
    public static void requireFree(Repository jgit, String ref) throws IOException {
        Path own = jgit.getDirectory().toPath().toRealPath();
        for (Path directory : directories(jgit)) {
            if (!directory.toRealPath().equals(own) && isOn(directory, ref)) {
                throw new ToolException(
                        Reason.CONFLICT,
                        "The branch " + SafeNames.quoted(Repository.shortenRefName(ref))
                                + " is checked out in another work tree of this repository.");
            }
        }
    }

    /** Refuses a branch that this or another work tree is on. */
    public static void requireUnused(Repository jgit, String ref) throws IOException {
        requireFree(jgit, ref);
        if (isOn(jgit.getDirectory().toPath(), ref)) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "The branch " + SafeNames.quoted(Repository.shortenRefName(ref))
                            + " is checked out or being rebased; call git_checkout for another one first.");
        }
    }

    private static List<Path> directories(Repository jgit) throws IOException {
        Path common = jgit.getCommonDirectory().toPath();
        List<Path> all = new ArrayList<>(List.of(common));
        Path linked = common.resolve("worktrees");
        if (Files.isDirectory(linked)) {
            try (Stream<Path> found = Files.list(linked)) {
                found.filter(Files::isDirectory).forEach(all::add);
            }
        }
        return all;
    }

    private static boolean isOn(Path directory, String ref) throws IOException {
        for (String name : FILES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) < LONGEST) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
                if (text.equals(ref) || text.replaceFirst("^ref:\\s*", "").equals(ref)) {
                    return true;
                }
            }
        }
        return false;
    }
}
