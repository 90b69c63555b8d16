package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Pathspec;
import io.github.mcpconnectors.git.change.Unstaging;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_reset",
        title = "Unstage",
        description = "Unstages all staged changes; to a commit: undoes those after it, files stay",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class GitReset implements ToolHandler<GitReset.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Only these") @Default("") List<String> paths,

            @Description("Commit") @Default("HEAD") String revision) {}

    private static final String ENDED =
            "What was under way (merge, cherry-pick or revert) has ended; files are as they were.";

    private final Repositories repositories;

    GitReset(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            boolean moves = !input.revision().isEmpty() && !input.revision().equals(Constants.HEAD);
            RevCommit commit = moves ? Commits.named(repository, input.revision(), call) : null;
            RevTree tree = commit == null ? repository.headTree() : commit.getTree();
            if (!input.paths().isEmpty()) {
                Unstaging.unstage(repository, tree, Pathspec.of(input.paths(), repository), call);
                return Changed.of(repository, "All staged changes reset");
            }
            Unstaging.unstage(repository, tree, Pathspec.everything(), call);
            if (commit != null) {
                Unstaging.moveHead(repository.jgit(), commit, input.revision());
            }
            String note = Unstaging.end(repository.jgit()) ? ENDED : null;
            return Changed.of(repository, commit == null ? "All staged changes reset" : movedTo(commit), note);
        });
    }

    private static String movedTo(RevCommit commit) {
        return "HEAD is now at " + commit.abbreviate(7).name() + "; files are as they were, and what was committed"
                + " after it shows as changes";
    }
}
