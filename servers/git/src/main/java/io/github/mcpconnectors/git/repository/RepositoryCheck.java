package io.github.mcpconnectors.git.repository;

import io.github.mcpconnectors.git.repository.Locator.Found;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;

/** What doctor says of the repositories: a line for each, with what is odd about it and what to fix. */
public final class RepositoryCheck {

    private static final int MOST = 100;
    private static final String FIX = "\n  FIX  ";

    private final Repositories repositories;
    private final boolean write;
    private final List<String> warnings;

    /**
     * A check of all that the gate finds.
     *
     * @param write whether commits will be made
     * @param warnings what was wrong with the directories when they were opened
     */
    public RepositoryCheck(Repositories repositories, boolean write, List<String> warnings) {
        this.repositories = repositories;
        this.write = write;
        this.warnings = warnings;
    }

    public String look() {
        List<Found> found = repositories.found();
        List<String> lines = new ArrayList<>();
        warnings.forEach(warning -> lines.add(FIX + warning.replaceFirst("^Warning: ", "")));
        found.stream().limit(MOST).forEach(each -> lines.add(line(each)));
        repositories.roots().stream()
                .filter(root ->
                        found.stream().noneMatch(each -> each.directory().startsWith(root)))
                .forEach(root -> lines.add(FIX + empty(root)));
        String report = found.stream().filter(each -> each.layout() != null).count() + " found" + String.join("", lines)
                + (found.size() > MOST ? "\n  and " + (found.size() - MOST) + " more" : "");
        if (lines.stream().anyMatch(line -> line.startsWith(FIX))) {
            throw new ToolException(Reason.UNAVAILABLE, report);
        }
        return report;
    }

    private static String empty(Path root) {
        for (Path above = root.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS)) {
                return root + ": it is a part of the repository " + above + "; name that directory instead.";
            }
        }
        return root + ": there is no Git repository in it, nor two levels below; name one that is, or run git init.";
    }

    private String line(Found found) {
        try {
            found.get();
            return "\n  ok   " + found.shown() + ": "
                    + repositories.<String>read(found.directory().toString(), this::describe);
        } catch (ToolException e) {
            String message = String.valueOf(e.getMessage());
            return FIX + (message.contains(found.shown()) ? "" : found.shown() + ": ") + message;
        }
    }

    private String describe(OpenRepository repository) throws IOException {
        Repository jgit = repository.jgit();
        List<String> words = new ArrayList<>(List.of(head(jgit)));
        if (jgit.isBare()) {
            words.add("bare: it has history, and no files checked out");
        } else {
            repository.index();
            files(jgit, words);
        }
        if (!jgit.getObjectDatabase().getShallowCommits().isEmpty()) {
            words.add("shallow: older history is missing, which git fetch --unshallow gets");
        }
        if (!repository.ignoredFilters().isEmpty()) {
            words.add("filters that are not run: " + String.join(", ", repository.ignoredFilters()));
        }
        if (write) {
            repository.requireIdentity();
        }
        return String.join("; ", words);
    }

    private static String head(Repository jgit) throws IOException {
        Ref head = jgit.exactRef(Constants.HEAD);
        if (head == null) {
            return "no HEAD";
        }
        String branch = head.isSymbolic()
                ? "on branch "
                        + Visible.line(
                                Repository.shortenRefName(head.getTarget().getName()))
                : "HEAD is detached";
        return head.getObjectId() == null ? branch + ", no commits yet" : branch;
    }

    private static void files(Repository jgit, List<String> words) {
        if (jgit.getRepositoryState() != RepositoryState.SAFE) {
            words.add(jgit.getRepositoryState().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (jgit.getConfig().getBoolean("core", "sparseCheckout", false)) {
            words.add("sparse checkout: it can be read and not changed");
        }
        if (Files.exists(jgit.getDirectory().toPath().resolve("index.lock"), LinkOption.NOFOLLOW_LINKS)) {
            words.add("index.lock in its .git: another git is at work, or one crashed and a person should remove it");
        }
    }
}
