package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_summary",
        title = "Sum up a repository",
        description = "Sums up branch, upstream, operation under way, changes, stashes, remotes and last commits",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitSummary implements ToolHandler<GitSummary.Input, SummaryOutput> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    private final Repositories repositories;

    GitSummary(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public SummaryOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> new Situation(repository, call).output());
    }
}
