package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.DiffFormat;
import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.DiffRequest;
import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_show",
        title = "Show a commit",
        description = "Shows the contents of a commit",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitShow implements ToolHandler<GitShow.Input, ShowOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,
            @Description("Commit, branch or tag") String revision,

            @Description("Only these") @Default("") List<String> paths,

            @Description("Form") @Default("patch") DiffFormat format,

            @Description("Without lock files") @Default("false")
            boolean omitGenerated,

            @Description("nextCursor") @Nullable String cursor) {}

    private static final int CONTEXT = 3;

    private final Repositories repositories;

    GitShow(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ShowOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static ShowOutput output(Input input, OpenRepository repository, Call call) throws IOException {
        RevCommit commit = Commits.toShow(repository, input.revision(), call);
        // As in the reference server, a merge is compared with its first parent.
        RevCommit parent = Commits.parent(repository, commit);
        DiffRequest request = new DiffRequest(CONTEXT, input.format(), input.omitGenerated(), true, input.cursor());
        try (Changes changes = Changes.between(
                repository,
                PathLimit.of(input.paths(), call),
                parent == null ? null : parent.getTree(),
                commit.getTree())) {
            return ShowOutput.of(commit, DiffPage.of(changes, request, call));
        }
    }
}
