package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.DiffFormat;
import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.DiffRequest;
import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_diff",
        title = "Show differences",
        description = "Shows differences between branches or commits",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitDiff implements ToolHandler<GitDiff.Input, DiffOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Branch, commit or a..b") String target,

            @Description("Compare from it, not files") @Nullable
            String source,

            @Description("As a...b") @Default("false") boolean mergeBase,

            @Description("Context") @Default("3") int contextLines,

            @Description("Only these") @Default("") List<String> paths,

            @Description("Form") @Default("patch") DiffFormat format,

            @Description("Without lock files") @Default("false")
            boolean omitGenerated,

            @Description("nextCursor") @Nullable String cursor) {}

    private final Repositories repositories;

    GitDiff(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public DiffOutput call(Input input, Call call) {
        TreeFilter paths = PathLimit.of(input.paths(), call);
        DiffRequest request =
                new DiffRequest(input.contextLines(), input.format(), input.omitGenerated(), false, input.cursor());
        return repositories.read(input.repoPath(), repository -> {
            Comparison sides = Comparison.of(repository, input, call);
            try (Changes changes = sides.changes(repository, paths)) {
                String title = "Diff with " + Visible.line(input.target()) + ":\n";
                return DiffOutput.of(title, DiffPage.of(changes, request, call), repository);
            }
        });
    }
}
