package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.DiffFormat;
import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.DiffRequest;
import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_diff_staged",
        title = "Show staged changes",
        description = "Shows changes that are staged for commit",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitDiffStaged implements ToolHandler<GitDiffStaged.Input, DiffOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Context") @Default("3") int contextLines,

            @Description("Only these") @Default("") List<String> paths,

            @Description("Form") @Default("patch") DiffFormat format,

            @Description("Without lock files") @Default("false")
            boolean omitGenerated,

            @Description("nextCursor") @Nullable String cursor) {}

    private final Repositories repositories;

    GitDiffStaged(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public DiffOutput call(Input input, Call call) {
        TreeFilter paths = PathLimit.of(input.paths(), call);
        DiffRequest request =
                new DiffRequest(input.contextLines(), input.format(), input.omitGenerated(), false, input.cursor());
        return repositories.read(input.repoPath(), repository -> {
            try (Changes changes = Changes.staged(repository, paths, repository.headTree())) {
                return DiffOutput.of("Staged changes:\n", DiffPage.of(changes, request, call), repository);
            }
        });
    }
}
