package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.status.StatusText;
import io.github.mcpconnectors.git.status.WorkingState;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_status",
        title = "Show status",
        description = "Shows the working tree status",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitStatus implements ToolHandler<GitStatus.Input, StatusOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Also files git does not know") @Default("true")
            boolean includeUntracked,

            @Description("Also ignored ones") @Default("false")
            boolean includeIgnored,

            @Description("Only these") @Default("") List<String> paths,

            @Description("Most files of each kind") @Range(min = 1, max = 5_000) @Default("500")
            int limit) {}

    private final Repositories repositories;

    GitStatus(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public StatusOutput call(Input input, Call call) {
        TreeFilter paths = PathLimit.of(input.paths(), call);
        return repositories.read(input.repoPath(), repository -> {
            WorkingState all = WorkingState.of(repository, paths);
            WorkingState some = input.includeUntracked() ? all : all.tracked();
            WorkingState working = input.includeIgnored() ? some : some.unignored();
            StatusText text = new StatusText(repository, working, input.includeUntracked(), input.limit());
            return StatusOutput.of(repository, working, text.write(), input.limit());
        });
    }
}
