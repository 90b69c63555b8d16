package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.diff.ChangeKind;
import io.github.mcpconnectors.git.diff.PathQuoting;
import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The long form of git status(1), as of git 2.39. */
public final class StatusText {

    private static final String ADD = "  (use \"git add <file>...\" to ";

    private final OpenRepository repository;
    private final PathQuoting paths;
    private final WorkingState working;
    private final int most;
    private final boolean showUntracked;
    private final StringBuilder text = new StringBuilder();

    /**
     * A text for one status.
     *
     * @param most files to list in each section
     */
    public StatusText(OpenRepository repository, WorkingState working, boolean showUntracked, int most) {
        this.repository = repository;
        this.paths = PathQuoting.of(repository.jgit());
        this.working = working;
        this.showUntracked = showUntracked;
        this.most = most;
    }

    public String write() throws IOException {
        text.append(Headline.of(repository.jgit(), working));
        staged();
        unmerged();
        unstaged();
        section("Files not compared, since their names are not UTF-8:\n", working.unreadable(), paths::quote);
        if (showUntracked) {
            section(
                    "Untracked files:\n" + ADD + "include in what will be committed)\n",
                    working.untracked(),
                    paths::quote);
        }
        section(
                "Ignored files:\n  (use \"git add -f <file>...\" to include in what will be committed)\n",
                working.ignored(),
                paths::quote);
        if (!showUntracked && !working.staged().isEmpty()) {
            return text + "Untracked files not listed (use -u option to show untracked files)";
        }
        String summary = summary();
        return summary.isEmpty() ? text.substring(0, text.length() - 1) : text + summary;
    }

    /** Nothing while a merge or cherry-pick is under way, though git says it during a revert or rebase. */
    private String unstage() {
        String state = working.state().name();
        if (state.startsWith("MERGING") || state.startsWith("CHERRY_PICKING")) {
            return "";
        }
        return working.head().commit() == null
                ? "  (use \"git rm --cached <file>...\" to unstage)\n"
                : "  (use \"git restore --staged <file>...\" to unstage)\n";
    }

    private void staged() {
        section("Changes to be committed:\n" + unstage(), working.staged(), this::line);
    }

    private void unmerged() {
        boolean deleted = working.conflicts().stream()
                .anyMatch(file -> file.sides().name().contains("DELETED"));
        section(
                "Unmerged paths:\n" + unstage()
                        + (deleted
                                ? "  (use \"git add/rm <file>...\" as appropriate to mark resolution)\n"
                                : ADD + "mark resolution)\n"),
                working.conflicts(),
                file -> String.format("%-17s", file.sides().label()) + paths.quote(file.path()));
    }

    private void unstaged() {
        boolean deleted = working.unstaged().stream().anyMatch(file -> file.change() == ChangeKind.DELETED);
        section(
                "Changes not staged for commit:\n"
                        + (deleted ? "  (use \"git add/rm <file>...\" to " : ADD) + "update what will be committed)\n"
                        + "  (use \"git restore <file>...\" to discard changes in working directory)\n",
                working.unstaged(),
                this::line);
    }

    private String line(ChangedPath file) {
        String label = switch (file.change()) {
            case ADDED -> "new file:";
            case DELETED -> "deleted:";
            case RENAMED -> "renamed:";
            case COPIED -> "copied:";
            case TYPE_CHANGED -> "typechange:";
            case MODIFIED, UNMERGED -> "modified:";
        };
        return String.format("%-12s", label)
                + (file.oldPath() == null ? "" : paths.quote(file.oldPath()) + " -> ")
                + paths.quote(file.path())
                + (file.submodule() ? " (new commits)" : "");
    }

    private <T> void section(String head, List<T> files, Function<T, String> line) {
        if (files.isEmpty()) {
            return;
        }
        text.append(head);
        files.stream()
                .limit(most)
                .forEach(file -> text.append('\t').append(line.apply(file)).append('\n'));
        if (files.size() > most) {
            text.append("\t… and ").append(files.size() - most).append(" more\n");
        }
        text.append('\n');
    }

    private String summary() {
        if (!working.staged().isEmpty()) {
            return "";
        }
        if (!working.unstaged().isEmpty() || !working.conflicts().isEmpty()) {
            return "no changes added to commit (use \"git add\" and/or \"git commit -a\")";
        }
        if (!showUntracked) {
            return "nothing to commit (use -u to show untracked files)";
        }
        if (!working.untracked().isEmpty()) {
            return "nothing added to commit but untracked files present (use \"git add\" to track)";
        }
        return working.head().commit() == null
                ? "nothing to commit (create/copy files and use \"git add\" to track)"
                : "nothing to commit, working tree clean";
    }
}
